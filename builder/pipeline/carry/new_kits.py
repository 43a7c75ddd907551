"""The blank kits that answers are carried into, each planned once."""

from builder.findings.finding import Finding, has_errors
from builder.frozen import frozen
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import NO_OFFICE
from builder.load.library import find_scheme
from builder.load.scheme_file import load_scheme
from builder.model.fingerprint import fingerprint
from builder.model.identity import Identity
from builder.model.office import Office
from builder.model.scheme import Scheme
from builder.pipeline.carry.crossing import Crossing
from builder.pipeline.carry.order import CarryOrder
from builder.pipeline.choosing import Wanted
from builder.pipeline.kit import kit_file
from builder.pipeline.kit_names import KitPart
from builder.pipeline.kits_of_scheme import open_kits
from builder.pipeline.verify import wanted_kit
from builder.write.xlsx.look import Look, open_look


@frozen
class NewKit:
    """A resolved scheme, the settings it is made with, and its planned workbook."""

    kit: Scheme
    office: Office
    plan: KitPlan


class NewKits:
    """The kits of one order; which of them is meant depends on what the old file was made for."""

    def __init__(self, order: CarryOrder) -> None:
        """Find the new scheme and the look of its files; nothing is planned yet."""
        self._order = order
        path, found = find_scheme(order.to)
        loaded = None if path is None else load_scheme(path)
        self._scheme = None if loaded is None else loaded.scheme
        opened = open_look(order.templates.workbook)
        self.look: Look | None = opened.look
        self.findings = (*found, *(() if loaded is None else loaded.findings), *opened.findings)
        self._kits: dict[tuple[object, ...], NewKit | tuple[Finding, ...]] = {}
        self._crossings: dict[tuple[object, ...], Crossing] = {}
        self._reports: dict[int, tuple[bytes | None, tuple[Finding, ...]]] = {}

    def for_old(self, identity: Identity, office: Office) -> NewKit | tuple[Finding, ...]:
        """The kit that continues an old one made with such settings, or why there is none."""
        if self._scheme is None:
            return self.findings
        same = fingerprint(self._scheme) == identity.fingerprint
        wanted = self._wanted(self._scheme, identity, same=same)
        settings = self._order.office or (office if same else NO_OFFICE)
        key = (tuple(sorted(wanted.options.items())), wanted.scale, settings.digest)
        if key not in self._kits:
            self._kits[key] = self._opened(wanted, settings)
        return self._kits[key]

    def crossing(self, old: Scheme, new: NewKit) -> Crossing:
        """The way from the kit of an old edition to a new one, worked out once."""
        key = (fingerprint(old), old.chosen, id(new))
        if key not in self._crossings:
            self._crossings[key] = Crossing(old=old, new=new.kit)
        return self._crossings[key]

    def report(self, new: NewKit) -> tuple[bytes | None, tuple[Finding, ...]]:
        """The blank report of a kit."""
        if id(new) not in self._reports:
            templates = self._order.templates
            self._reports[id(new)] = kit_file(new.kit, KitPart.DOCX, templates, new.office)
        return self._reports[id(new)]

    def _opened(self, wanted: Wanted, office: Office) -> NewKit | tuple[Finding, ...]:
        opened = open_kits(self._order.to, wanted, office)
        if has_errors(opened.findings) or len(opened.kits) != 1:
            return opened.findings
        return NewKit(kit=opened.kits[0], office=office, plan=opened.plans[0])

    def _wanted(self, scheme: Scheme, identity: Identity, *, same: bool) -> Wanted:
        """What is asked for, and what was chosen last year wherever that is still to be had."""
        before = wanted_kit(identity) or Wanted()
        known = {choice.name: choice.options for choice in scheme.choices}
        kept = {
            name: option for name, option in before.options.items() if option in known.get(name, ())
        }
        scale = self._order.scale or (before.scale if same else None)
        if scale is scheme.scale:
            scale = None
        return Wanted(options={**kept, **dict(self._order.options)}, scale=scale)
