"""A sieve, as a plain script."""


def primes(limit):
    sieve = [True] * (limit + 1)
    for n in range(2, limit + 1):
        if sieve[n]:
            yield n
            for multiple in range(n * n, limit + 1, n):
                sieve[multiple] = False


found = list(primes(1000))
print(len(found), found[:10], found[-1])
print(sum(found))
