"""`re.Scanner`: a text as a sequence of words, each known by the first pattern that fits."""

import re


class Scanner:
    __module__ = "re"

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(re.compile(phrase, flags), action) for phrase, action in lexicon]

    def scan(self, string):
        result = []
        place = 0
        while True:
            for pattern, action in self._rules:
                match = pattern.match(string, place)
                if match is not None:
                    break
            else:
                break
            end = match.end()
            # A word of no length would be found for ever.
            if end == place:
                break
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)
            place = end
        return result, string[place:]
