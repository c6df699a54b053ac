"""Messages and threads of one channel."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.timeline import Timeline
from sandbox.wire import Json

DEEDS = st.lists(st.tuples(st.sampled_from(["post", "reply", "remove"]), st.integers(0, 30)), max_size=40)


def message(number: int, root: str = "") -> Json:
    ts = f"{number:010d}.000000"
    return {"ts": ts, "user": f"U{number % 3}", "text": "Ding"} | ({"thread_ts": root} if root else {})


@settings(max_examples=50, deadline=None)
@given(deeds=DEEDS)
def test_counts_of_replies_are_the_replies_that_stand(deeds: list[tuple[str, int]]) -> None:
    timeline, standing = Timeline(), list[str]()
    for number, (deed, which) in enumerate(deeds):
        chosen = standing[which % len(standing)] if standing else ""
        if deed == "remove":
            timeline.remove(chosen)
            standing = [each for each in standing if each != chosen]
            continue
        parent = timeline.find(chosen) if deed == "reply" else None
        root = (parent.get("thread_ts") or parent["ts"]) if parent else ""
        timeline.add(message(number, root))
        standing.append(message(number)["ts"])
    assert sorted(each["ts"] for each in timeline.everything()) == sorted(standing)
    for top in timeline.top():
        replies, facts = timeline.replies(top["ts"]), timeline.thread_facts(top)
        assert facts.get("reply_count", 0) == len(replies)
        assert set(facts.get("reply_users", [])) == {each["user"] for each in replies}
        assert facts.get("latest_reply") == (replies[-1]["ts"] if replies else None)
