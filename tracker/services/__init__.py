"""Use cases, one a module. All take the open `Workspace` first and speak in domain values; rows never get here.

Nothing in this package loads the database library when it is imported (0.4 s): `Workspace.open` does, so a screen paints first
and opens the workspace in a worker thread. A workspace may be used from any thread.

Reading                                                      (values: domain/followup.py, domain/tracking.py, domain/query.py)
    query           parse("ansvarlig:morten frist<2017-09-01 sygefravær", today) -> Query
    list_actions    page(ws, query, sort, after=, before=) -> Page; around(ws, id, …); count; counts(ws, VIEWS); ids; get; every
    action_detail   detail(ws, id) -> ActionDetail: decision, item, referat, evidence, history, notes, proposals, ticks
    meetings        listing(ws), items(ws, meeting), plan(ws, [(forum, date)]), next_meeting(ws, forum), document(ws, id)
    people          listing(ws), find(ws, name), add, alias, unalias, join, leave, rename, merge, forget
    statistics      overview(ws): opened and closed over time, ageing, per party
Writing: each returns a `Done` (what happened, to which cards, the step to undo); raises Conflict when a card was changed meanwhile
    import_minutes  import_files(ws, paths, limits, rules=, progress=) -> ImportReport; import_cards, matching, sentence are its parts
    change_action   accept, reject, edit, done, reopen, drop, postpone, reassign, light, note, merge, add, into_history; one or many cards
    groups          ticks(ws, id), tick(ws, id, member): each member's part of a promise made by a group
    undo            undo(ws), redo(ws): the person's own steps, any number; upcoming(ws) tells what they would do
    follow_through  proposals(ws), link(ws, id), dismiss(ws, id), slipped(ws), postponed(ws, since)
    watch           watch(ws, folder, …): imports files as they land
    feed_registry   calendar addresses: create, listing, get, rotate, revoke, server_secret(ws)
    publish         create(ws, kind, key), address(ws, feed, base_url); Publisher: what an address sends (feed_* beside it are its parts)
Care
    care            backup, restore, migrate, doctor; dump, load (lossless between SQLite and PostgreSQL)
Without a database
    extract, dates, explain, evaluate, contract (the JSON of the machine-facing interface), report, export, feed_check
"""
