"""What holds before the guide starts, and what the check of the content says of claims that are due."""

import datetime

import pytest

from components import start
from components.content.load import Content


def day_after(content: Content) -> datetime.date:
    """Return the first day on which every claim is due."""
    return max(claim.next_check for claim in content.claims.values() if claim.next_check) + datetime.timedelta(days=1)


def test_the_check_names_each_claim_that_is_due_and_what_to_do(content: Content) -> None:
    first = min(claim.next_check for claim in content.claims.values() if claim.next_check)
    assert start.due_claims(content, first) == []
    lines = start.due_claims(content, day_after(content))
    assert len(lines) == len(content.claims)
    assert lines[0].startswith("data/en/claims.yaml: ms-attacks-myelin: its next check was due on ")
    assert lines[0].endswith("then write checked_on and next_check")


def test_a_claim_with_days_of_its_own_is_due_by_them(content: Content) -> None:
    later = content.claims["fasting"].model_copy(update={"next_check": datetime.date(2999, 1, 1)})
    some = content.__class__(**{**vars(content), "claims": {**content.claims, "fasting": later}})
    assert len(start.due_claims(some, day_after(content))) == len(content.claims) - 1


def test_a_due_claim_fails_the_check_but_not_the_start_of_the_guide(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Later(datetime.date):
        @classmethod
        def today(cls) -> "Later":
            return cls(2999, 1, 1)

    monkeypatch.setattr("components.start.datetime.date", Later)
    assert start.main() == 1
    assert "fasting" in capsys.readouterr().err
    assert start.mistakes() == []


def test_sound_content_with_nothing_due_says_what_it_holds(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("components.start.due_claims", lambda *_: [])
    assert start.main() == 0
    assert f"{len(content.claims)} claims" in capsys.readouterr().out


def test_a_picture_that_cannot_be_drawn_stops_the_start_and_names_its_chapter(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise ValueError("there is no free way for stress-loosens-gut-wall")

    monkeypatch.setattr("components.pathways.picture.draw_picture", refuse)
    assert start.mistakes()[0].startswith("data/en/learn.yaml: chapters, gut-brain-axis, picture: there is no free way")
