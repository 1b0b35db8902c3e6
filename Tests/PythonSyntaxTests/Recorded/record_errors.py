"""Records what CPython 3.11 says about wrong programs: python3 record_errors.py > errors.json

programs_with_errors.txt holds one program a line, with line ends and tabs as visible signs.
"""

import json
import os
import pathlib
import sys
import tempfile
import traceback
import warnings

SIGNS = {'⏎': '\n', '⇥': '\t'}


def programs():
    text = pathlib.Path(__file__).resolve().with_name('programs_with_errors.txt').read_text(encoding='utf-8')
    for line in text.splitlines():
        for sign, character in SIGNS.items():
            line = line.replace(sign, character)
        yield line


def main():
    warnings.simplefilter('ignore')
    records = []
    # The compiler reads the line that it shows from the file.
    corpus = list(programs())
    os.chdir(tempfile.mkdtemp())
    for program in corpus:
        pathlib.Path('file.py').write_text(program, encoding='utf-8')
        try:
            compile(program, 'file.py', 'exec')
        except SyntaxError as error:
            records.append({
                'source': program,
                'type': type(error).__name__,
                'message': error.msg,
                'line': error.lineno,
                'column': error.offset,
                'endLine': error.end_lineno,
                'endColumn': error.end_offset,
                'isInCopy': (error.text or '').startswith('(') and not program.startswith('('),
                'rendered': ''.join(traceback.format_exception_only(error)),
            })
        else:
            print(f'no error: {program!r}', file=sys.stderr)
    print('[')
    print(',\n'.join(json.dumps(record) for record in records))
    print(']')


main()
