"""An applicant's material with the applicant taken out of it."""

from collections.abc import Callable
from dataclasses import replace

from builder.model.panel.material import EvidenceTold, Material, MetricTold, Told

# What stands where a name stood.
HIDDEN = "〔申报单位〕"
_SHORTEST = 2


def hidden(material: Material, names: tuple[str, ...]) -> Material:
    """The material with every name replaced; ``names`` are the applicant's and its people's."""
    known = sorted({name for name in names if len(name) >= _SHORTEST}, key=len, reverse=True)

    def without(text: str) -> str:
        for name in known:
            text = text.replace(name, HIDDEN)
        return text

    return replace(
        material,
        applicant=f"申报单位 {material.code}",
        notes={code: without(text) for code, text in material.notes.items()},
        evidence=tuple(_evidence(one, without) for one in material.evidence),
        metrics=tuple(_metric(one, without) for one in material.metrics),
        report=tuple(Told(heading=one.heading, text=without(one.text)) for one in material.report),
        overview=tuple(
            Told(heading=one.heading, text=without(one.text)) for one in material.overview
        ),
        facts=tuple(replace(one, words=without(one.words)) for one in material.facts if one.open),
        declarations=tuple((label, without(answer)) for label, answer in material.declarations),
        doubts=tuple(map(without, material.doubts)),
    )


def _evidence(proof: EvidenceTold, without: Callable[[str], str]) -> EvidenceTold:
    return replace(proof, name=without(proof.name), issuer=without(proof.issuer))


def _metric(figure: MetricTold, without: Callable[[str], str]) -> MetricTold:
    return replace(figure, name=without(figure.name), source=without(figure.source))
