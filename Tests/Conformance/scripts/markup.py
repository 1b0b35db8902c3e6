# html: escaping, names of characters, and taking HTML apart.
import html
from html.entities import codepoint2name, html5, name2codepoint
from html.parser import HTMLParser

print("escaped and back")
print(html.escape('<a href="x">\'&'), html.escape('"', quote=False))
print(html.unescape("&lt;p&gt; &notit; &notin; &#0; &#x110000; &#x80; &#128512; &ampx &Alpha;&NotEqualTilde; &amp;lt;"))
print(len(html5), html5["gg;"], name2codepoint["alpha"], codepoint2name[38])


class Shown(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos(), self.get_starttag_text())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("declaration", decl)

    def handle_pi(self, data):
        print("instruction", data)

    def unknown_decl(self, data):
        print("unknown", data)

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("character", name)


texts = [
    "<html><body>\n<h1>Title</h1>line\n</body></html>",
    '<!DOCTYPE html><br/><img src="a.png" alt="The &amp; logo"><a href=x disabled CHECKED=yes>',
    "a &gt; b &#62; &copy &unknown; & x",
    '<script>alert("<b>&amp;</b>");</script><style>p > a {}</style>x',
    "<!-- comment --><![if IE]><?php echo 1 ?><![CDATA[x > y]]>",
    "<p><a class=link href=#main>tag soup</p ></a>", "a < b > c</><1></p x='y'>", '<a b="1', "&am", "<!-- open",
]
for converts in (True, False):
    for text in texts:
        print(repr(text), converts)
        parser = Shown(convert_charrefs=converts)
        parser.feed(text)
        print("closed")
        parser.close()
print("piece by piece")
parser = Shown()
for piece in '<p class="a">x &amp; y</p><script>1<2</script>z':
    parser.feed(piece)
parser.close()
