"""A company's material with the company taken out of it."""

from collections.abc import Callable
from dataclasses import replace

from builder.model.panel.material import Figure, Material, Proof, Told

# What stands where a name stood.
HIDDEN = "〔申报单位〕"
_SHORTEST = 2


def hidden(material: Material, names: tuple[str, ...]) -> Material:
    """The material with every name replaced; ``names`` are the company's and its people's."""
    known = sorted({name for name in names if len(name) >= _SHORTEST}, key=len, reverse=True)

    def without(text: str) -> str:
        for name in known:
            text = text.replace(name, HIDDEN)
        return text

    return replace(
        material,
        organisation=f"申报单位 {material.code}",
        notes={code: without(text) for code, text in material.notes.items()},
        proofs=tuple(_proof(one, without) for one in material.proofs),
        figures=tuple(_figure(one, without) for one in material.figures),
        report=tuple(Told(heading=one.heading, text=without(one.text)) for one in material.report),
        declarations=tuple((label, without(answer)) for label, answer in material.declarations),
        doubts=tuple(map(without, material.doubts)),
    )


def _proof(proof: Proof, without: Callable[[str], str]) -> Proof:
    return replace(proof, name=without(proof.name), issuer=without(proof.issuer))


def _figure(figure: Figure, without: Callable[[str], str]) -> Figure:
    return replace(figure, name=without(figure.name), source=without(figure.source))
