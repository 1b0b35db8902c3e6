"""Tables that change while somebody goes through them."""


def attempt(action):
    try:
        print(action())
    except RuntimeError as error:
        print(type(error).__name__, error)


def add():
    table = {1: 1}
    for key in table:
        table[key + 1] = 1


def remove():
    table = {1: 1, 2: 2}
    for key in table:
        del table[key]


def exchange():
    table = {1: 1, 2: 2}
    for key in table:
        table.pop(key)
        table[key + 10] = 1


def overwrite():
    table = {1: 1, 2: 2}
    for key, value in table.items():
        table[key] = value * 10
    return table


def through_values():
    table = {1: 1}
    for value in table.values():
        table["x"] = value


def grow_set():
    members = {1}
    for member in members:
        members.add(member + 1)


def late():
    table = {1: 1}
    iterator = iter(table)
    table[2] = 1
    return list(iterator)


def again():
    table = {1: 1}
    iterator = iter(table.items())
    table[2] = 2
    for _ in range(2):
        attempt(lambda: next(iterator))


def grow_list():
    items = [1, 2, 3]
    for item in items:
        if len(items) < 6:
            items.append(item)
    return items


for action in (add, remove, exchange, overwrite, through_values, grow_set, late, again, grow_list):
    print(action.__name__, end=": ")
    attempt(action)
