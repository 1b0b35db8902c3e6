# xml.etree.ElementTree: reading, searching, changing and writing; xml.sax.saxutils.
import copy
import io
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr, unescape

text = """<?xml version="1.0"?>
<!DOCTYPE data>
<data xmlns:a="http://a.org">
  <!-- comment -->
  <country name="Liechtenstein"><rank updated='yes'>1</rank><year>2008</year>tail &amp; &lt;&#65;&#x42;</country>
  <country name="Singapore"><rank>4</rank><year>2011</year><![CDATA[<raw>&]]></country>
  <a:thing a:k="v">t</a:thing><?pi target?>
</data>"""
root = ET.fromstring(text)
print(root.tag, root.attrib, len(root), [child.tag for child in root], root[0][1].tail, root[1][1].tail, root[2].attrib)

print("found")
for path in ("country", ".//rank", "*", "country[@name='Singapore']", "country[1]", "country[last()]", "country[year]",
             "country[year='2011']", ".//year/..", "{http://a.org}thing", ".//*[@updated]", "{*}thing", ".//rank[.='4']"):
    print(path, [element.tag + str(element.attrib) for element in root.findall(path)])
print(root.find("a:thing", {"a": "http://a.org"}).text, root.findtext("country/year"), root.findtext("nope", "none"))
print([element.text for element in root.iter("rank")], list(ET.fromstring("<a>x<b>y</b>z</a>").itertext()))

print("written")
print(ET.tostring(root, encoding="unicode"))
element = ET.Element("root", {"b": "2"}, a="1")
child = ET.SubElement(element, "child", x='<&">\n')
child.text, child.tail = "é < & >", "tail"
element.append(ET.Comment("comment"))
ET.SubElement(element, "empty")
print(ET.tostring(element), ET.tostring(element, "utf-8"), ET.tostring(element, xml_declaration=True))
print(ET.tostring(element, short_empty_elements=False), ET.tostring(element, "unicode", method="html"))
ET.indent(element)
ET.dump(element)
print(ET.tostring(copy.deepcopy(element)) == ET.tostring(element))
name = ET.QName("http://x", "y")
print(name, ET.tostring(ET.Element(name, {name: "v"})))
ET.register_namespace("prefix", "http://prefix")
print(ET.tostring(ET.Element("{http://prefix}z")), ET.tostring(ET.fromstring('<z xmlns="http://d"><y/></z>')))
file = io.BytesIO()
ET.ElementTree(element).write(file, encoding="utf-8", xml_declaration=True)
file.seek(0)
print(ET.parse(file).getroot().tag)

print("events")
for event, element in ET.iterparse(io.BytesIO(b"<a><b>x</b><c/></a>"), events=("start", "end")):
    print(event, element.tag)

print("what is wrong")
for bad in ("", "<a>", "<a></b>", "<a b=1/>", "<a/><b/>", "x", "<a>&nope;</a>", "<a>&</a>", '<a b="1" b="2"/>', "<x:a/>",
            "<a/>x", "<1/>", "<a>&#0;</a>", '<a b="<"/>', "</a>"):
    try:
        ET.fromstring(bad)
    except ET.ParseError as error:
        print(error, error.code)
print(escape("<a&b>"), unescape("&lt;&amp;&gt;"), quoteattr('a"b'), quoteattr("a'b\"c"))
