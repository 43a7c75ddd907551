"""The one place that says which version this is; the package's metadata is made from it."""

VERSION = "0.2.0"
