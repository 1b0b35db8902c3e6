"""Records how CPython 3.11 parses the snippets: python3 record_trees.py > trees.json

snippets.txt holds one snippet a line, with line ends and odd blanks as visible signs.
"""

import ast
import json
import pathlib
import struct
import sys
import warnings

SIGNS = {'⏎': '\n', '␍': '\r', '⇥': '\t', '␌': '\f'}


def snippets():
    text = pathlib.Path(__file__).with_name('snippets.txt').read_text(encoding='utf-8')
    for line in text.splitlines():
        for sign, character in SIGNS.items():
            line = line.replace(sign, character)
        yield line


class Dumper:
    """Writes a tree as ast.dump does, but constants as kind and code points or bits, and contexts left out."""

    def __init__(self):
        self.positions = []
        self.formatted_depth = 0

    def constant(self, value):
        if isinstance(value, str):
            return 'str[' + ' '.join(format(ord(character), 'x') for character in value) + ']'
        if isinstance(value, bytes):
            return 'bytes[' + ' '.join(format(byte, 'x') for byte in value) + ']'
        if isinstance(value, float):
            return 'float[' + struct.pack('>d', value).hex() + ']'
        if isinstance(value, complex):
            return 'imaginary[' + struct.pack('>d', value.imag).hex() + ']'
        return repr(value)

    def dump(self, value):
        if isinstance(value, list):
            return '[' + ', '.join(self.dump(item) for item in value) + ']'
        if not isinstance(value, ast.AST):
            return repr(value) if isinstance(value, str) else str(value)
        if isinstance(value, ast.Constant):
            self.note(value)
            return f'Constant({self.constant(value.value)})'
        self.note(value)
        self.formatted_depth += isinstance(value, ast.JoinedStr)
        fields = []
        for name in value._fields:
            field = self.constant(value.value) if isinstance(value, ast.MatchSingleton) else None
            if field is None:
                if name in ('ctx', 'type_ignores', 'type_comment') or getattr(value, name) is None:
                    continue
                if name == 'format_spec' and not value.format_spec.values:
                    continue
                field = self.dump(getattr(value, name))
            fields.append(f'{name}={field}')
        self.formatted_depth -= isinstance(value, ast.JoinedStr)
        return f'{type(value).__name__}({", ".join(fields)})'

    def note(self, node):
        # Within f-strings CPython 3.11 gives the position of the whole string or of a copy of the text.
        if not hasattr(node, 'lineno') or isinstance(node, ast.keyword) or self.formatted_depth:
            return
        name = type(node).__name__
        self.positions.append(f'{name} {node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}')


def main():
    warnings.simplefilter('ignore')
    records = []
    for snippet in snippets():
        try:
            compile(snippet, 'file.py', 'exec')
            tree = ast.parse(snippet)
        except SyntaxError as error:
            print(f'left out: {snippet!r}: {error}', file=sys.stderr)
            continue
        dumper = Dumper()
        tree = dumper.dump(tree)
        records.append({'source': snippet, 'tree': tree, 'positions': dumper.positions})
    print('[')
    print(',\n'.join(json.dumps(record) for record in records))
    print(']')


main()
