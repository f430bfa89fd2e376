"""What can be told of a query by looking at all its conditions: it then takes fewer words of SQL, and the lists' index serves."""

from __future__ import annotations

from datetime import date

from tracker.domain.query import Condition, Field, Operator, Query
from tracker.store.schema import NO_DAY


def split_active(query: Query) -> tuple[bool, list[Condition]]:
    """Whether only open cards outside history are meant, and the conditions that are left when that is said in one word.

    The lists' own index then serves, and counts need no look at the rows.
    """
    plain = [c for c in query.conditions if not c.negated and c.operator is Operator.EQUAL]
    statuses = [c for c in plain if c.field is Field.STATUS and set(map(str, c.values)) <= {"open", "review"}]
    current = [c for c in plain if c.field is Field.HISTORY and c.values == (False,)]
    if not statuses or not current:
        return False, list(query.conditions)
    both = [c for c in statuses if len(set(c.values)) == 2]
    return True, [c for c in query.conditions if c not in both and c not in current]


def ends_before_no_day(query: Query) -> bool:
    """Whether only cards with a day can be meant, because there is a last one.

    A lower bound need not leave out cards without a day then. Said twice, an upper bound makes SQLite walk the index to its end.
    """
    bounds = [c for c in query.conditions if c.field is Field.DUE and not c.negated and c.operator in (Operator.BELOW, Operator.AT_MOST)]
    return any(all(isinstance(v, date) and v < NO_DAY for v in c.values) for c in bounds if c.values)
