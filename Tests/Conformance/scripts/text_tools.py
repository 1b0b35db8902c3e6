"""Wrapping and indenting texts, names by pattern, HTML references and shell words."""
import textwrap, fnmatch, html, shlex
T="Hello there -- you goof-ball, use the -b option! This is a long-winded  sentence.  It has em--dashes, well-known hyphen-ated words\tand tabs."
for w in (5,10,20,30,70):
    print(textwrap.wrap(T,w)); print(textwrap.wrap(T,w,break_long_words=False)); print(textwrap.wrap(T,w,break_on_hyphens=False,drop_whitespace=False))
print(textwrap.fill(T,25,initial_indent='* ',subsequent_indent='  ',fix_sentence_endings=True))
print(textwrap.shorten(T,30),textwrap.shorten(T,30,placeholder='...'), textwrap.wrap(T,20,max_lines=2), textwrap.shorten('Hello  world!',width=12), textwrap.shorten('Hello  world!',width=11))
print(repr(textwrap.dedent("   a\n     b\n\n   c\n  \n")), repr(textwrap.dedent("\ta\n\t b\n")), repr(textwrap.dedent(" a\n\tb\n")))
print(repr(textwrap.indent("a\n\nb\n","> ")), repr(textwrap.indent("a\n\nb","> ",lambda l:True)))
for f in [lambda:textwrap.wrap('a',0), lambda:textwrap.shorten('abc def',3), lambda:textwrap.wrap('',5), lambda:textwrap.wrap('aaaaaaaaaa-bbbbbbbbb',8)]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
for p in ['*.py','[a-c]*','[!a]b','?x','a[','*a*b*','[]]','[!]]','[z-a]','[a-]','[\\]','[^a]','a.b','[!','*']:
    print(p, fnmatch.translate(p), fnmatch.filter(['a.py','b.txt','ab','bb','xx','a[',']','a','-','^'],p))
print(html.escape('<a href="x">\'&</a>'), html.escape('"',False), html.unescape('&lt;&amp;&eacute;&#233;&#xe9;&ampx &nope; &notit; &copy &#0; &#128;'))
print(shlex.split("a 'b c' \"d \\\"e\" f\\ g # h"), shlex.split('a # b',comments=True), shlex.quote("it's"), shlex.quote(''), shlex.quote('abc/d.e'), shlex.join(['a','b c']), shlex.split("a''b \"\""))
for s in ["'a", 'a\\']:
    try: print(shlex.split(s))
    except ValueError as e: print(e)
