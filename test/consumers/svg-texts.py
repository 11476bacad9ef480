"""svg-texts.py FILE...: the text of every <text> of each SVG, a JSON list a line; fails where a file is no well-formed XML."""
import json
import sys
import xml.etree.ElementTree

for file in sys.argv[1:]:
    texts = xml.etree.ElementTree.parse(file).iter("{http://www.w3.org/2000/svg}text")
    print(json.dumps(["".join(text.itertext()) for text in texts]))
