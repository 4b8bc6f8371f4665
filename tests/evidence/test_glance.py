"""The evidence at a glance shows every claim once, where it belongs, and the table says the same as the chart."""

import re
from collections import Counter

from components.content.load import Content
from components.evidence.glance import SIGNS, SIZES, cells, chart, nearest, table


def test_every_claim_has_one_sign_of_its_certainty_in_the_column_of_who_was_studied(content: Content) -> None:
    columns = list(content.frame.labels.studied_in)
    traces = {trace.name: trace for trace in chart(content).data}
    seen = Counter(text for trace in traces.values() for text in trace.text)
    assert sum(seen.values()) == len(content.claims)
    for (_, population), claims in cells(content).items():
        for claim in claims:
            trace = traces[content.evidence.page.certainty_short[claim.certainty]]
            assert trace.marker.symbol == SIGNS[claim.certainty]
            place = [re.sub("<br>", " ", text) for text in trace.text].index(
                claim.statement.replace("&", "&amp;").replace("<", "&lt;")
            )
            assert round(trace.x[place]) == columns.index(population)


def test_no_two_signs_stand_on_one_spot(content: Content) -> None:
    spots = [spot for trace in chart(content).data for spot in zip(trace.x, trace.y, strict=True)]
    assert len(set(spots)) == len(spots)


def test_the_signs_differ_in_shape_or_size_and_not_in_color(content: Content) -> None:
    assert len({(SIGNS[sure], SIZES[sure] > 10) for sure in SIGNS}) == len(SIGNS)
    assert len({trace.marker.color for trace in chart(content).data}) == 1


def test_a_claim_stands_with_those_nearest_to_people_with_ms(content: Content) -> None:
    claim = content.claims["fasting"].model_copy(update={"studied_in": ("lab", "animals", "ms_observational")})
    assert nearest(content, claim) == "ms_observational"


def test_the_table_counts_what_the_chart_shows(content: Content) -> None:
    rows = re.findall(r"<td>([^<]+)</td><td>([^<]+)</td>", table(content))
    assert len(rows) == len(cells(content))
    counted: Counter[str] = Counter()
    for _, counts in rows:
        for part in counts.split(", "):
            number, _, sure = part.partition(" ")
            counted[sure] += int(number)
    words = content.evidence.page.certainty_short
    assert counted == Counter(words[claim.certainty].lower() for claim in content.claims.values())


def test_the_signs_of_a_cell_stay_within_their_column(content: Content) -> None:
    columns = list(content.frame.labels.studied_in)
    spots = sorted(x for trace in chart(content).data for x in trace.x)
    wanted = sorted(columns.index(nearest(content, claim)) for claim in content.claims.values())
    assert all(abs(x - column) <= 0.4 for x, column in zip(spots, wanted, strict=True))


def test_a_statement_cannot_be_taken_for_markup(content: Content) -> None:
    claims = {"a": content.claims["fasting"].model_copy(update={"statement": "<b>x</b> <a href='y'>z</a>"})}
    spoiled = content.__class__(**{**vars(content), "claims": claims})
    drawn = "".join(text for trace in chart(spoiled).data for text in trace.text)
    assert "<b>x</b>" not in drawn
    assert "<a href" not in drawn
