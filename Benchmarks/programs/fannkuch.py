# The most flips that bring a 1 to the front, over all permutations of 1…n.


def fannkuch(n):
    order = list(range(n))
    turns = [0] * n
    most = checksum = 0
    sign = 1
    while True:
        first = order[0]
        if first:
            row = order[:]
            flips = 0
            while first:
                row[: first + 1] = row[first::-1]
                flips += 1
                first = row[0]
            if flips > most:
                most = flips
            checksum += sign * flips
        if sign == 1:
            order[0], order[1] = order[1], order[0]
            sign = -1
            continue
        order[1], order[2] = order[2], order[1]
        sign = 1
        place = 2
        while True:
            if turns[place] < place:
                turns[place] += 1
                break
            turns[place] = 0
            place += 1
            if place == n:
                return checksum, most
            order.insert(place, order.pop(0))


assert fannkuch(7) == (228, 16)
assert fannkuch(9) == (8629, 30)
