"""Prepares the fonts that Redline embeds: python3 src/build/font-prep.py SOURCE.ttf RESULT.ttf

Source: Noto Sans SC, Regular and Bold, from the npm package @expo-google-fonts/noto-sans-sc (TrueType outlines, OFL-1.1).
Needs fontTools (Debian: python3-fonttools).

Kept: every character of GBK, every character of the 通用规范汉字表 (2013, 8105 characters, some outside GBK), Latin,
Greek, punctuation, numbers in circles, arrows, mathematical signs, units, box and geometric shapes.

Three changes keep text in PDF files searchable, because a PDF writer goes from glyph back to character:
- Noto draws a Kangxi or CJK radical (U+2E80–2FDF) with the glyph of the ordinary character, and the writer may pick the
  radical: 工程 is then not found. The radicals go.
- Other characters that share a glyph (– with ‒, ～ with 〜, ／ with ∕, the two wide spaces …) get one each.
- GSUB goes: it replaces —— by a glyph that stands for no character.
"""

import copy
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RADICALS = range(0x2E80, 0x2FE0)

# Of the 通用规范汉字表: the ones in CJK Extension A, which GBK lacks.
EXTENSION_A = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠"
    "䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)

RANGES = [
    (0x0020, 0x017F),  # Latin
    (0x0370, 0x03FF),  # Greek
    (0x2000, 0x27BF),  # punctuation, ² ³, ℃, arrows, mathematics, ①, boxes, shapes, ✓
    (0x3000, 0x30FF),  # CJK punctuation, 〔〕, kana
    (0x3200, 0x33FF),  # numbers in brackets, ㎡
    (0x9FA6, 0x9FFF),  # 通用规范汉字表 beyond GBK …
    (0xFF00, 0xFFEF),  # full-width forms
    (0x20000, 0x3FFFF),  # … and outside the first plane
]


def gbk():
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                yield ord(bytes([lead, trail]).decode("gbk"))
            except (UnicodeDecodeError, TypeError):
                pass


def prepare(source, result):
    font = TTFont(source)
    wanted = set(gbk()) | set(map(ord, EXTENSION_A))
    for first, last in RANGES:
        wanted.update(range(first, last + 1))
    wanted -= set(RADICALS)

    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)

    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    copied = one_glyph_each(font)
    font.recalcTimestamp = False  # the same source gives the same bytes
    font.save(result)
    print(result, "characters:", len(font.getBestCmap()), "glyphs copied:", copied)


def one_glyph_each(font):
    """Gives every character a glyph of its own; returns how many glyphs were added."""
    owner, copies = {}, {}
    for character, glyph in sorted(font.getBestCmap().items()):
        if owner.setdefault(glyph, character) != character:
            copies[character] = (glyph, "uni%05X.own" % character)
    order = font.getGlyphOrder() + [name for _, name in copies.values()]
    for glyph, name in copies.values():
        font["glyf"].glyphs[name] = copy.deepcopy(font["glyf"][glyph])
        font["hmtx"].metrics[name] = font["hmtx"].metrics[glyph]
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    for table in font["cmap"].tables:
        for character in table.cmap.keys() & copies.keys():
            table.cmap[character] = copies[character][1]
    return len(copies)


if __name__ == "__main__":
    prepare(*sys.argv[1:3])
