"""Clipboard pages in the manner of office programs, in words of our own."""

WORD_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!--
 p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;}
 @list l0 {mso-list-id:1; mso-list-type:hybrid;}
 @list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F0B7; font-family:Symbol;}
 @list l0:level2 {mso-level-tab-stop:none; mso-level-number-position:left;}
 @list l1:level1 {mso-level-number-format:alpha-lower; mso-level-tab-stop:none;}
--></style></head><body lang=EN-GB><!--StartFragment-->
"""
WORD_FOOT = "<!--EndFragment--></body></html>"


def word_page(inside: str) -> str:
    """A page as Word puts it on the clipboard."""
    return WORD_HEAD + inside + WORD_FOOT


def word_item(text: str, sign: str, level: int = 1, number: str = "l0") -> str:
    """A list paragraph with the sign that Word draws before it."""
    return (
        f"<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:{number} level{level} lfo1'>"
        "<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:\nSymbol'>"
        f"<span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;\n"
        f"</span></span></span><![endif]>{text}<o:p></o:p></p>\n"
    )


def word_comment(words: str, number: int, *, by: str = "AB", at: str = "20260301T1230", more: str = "") -> str:
    """Words under a comment, and the sign that stands behind them."""
    return (
        f"<a style='mso-comment-reference:{by}_{number};mso-comment-date:{at}{more}'>{words}</a>"
        "<span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]>"
        f'<a class=msocomanchor id="_anchor_{number}" href="#_msocom_{number}" name="_msoanchor_{number}">'
        f"[{by}{number}]</a><![endif]></span></span>"
    )


def word_comments(*comments: tuple[int, str, str]) -> str:
    """The list at the end of the page: number, author and text of each comment."""
    told = "".join(
        f"<div style='mso-element:comment'><div id=\"_com_{number}\" class=msocomtxt language=JavaScript>"
        f'<span style=\'mso-comment-author:"{author}"\'><![if !supportAnnotations]><a name="_msocom_{number}"></a>'
        f"<![endif]></span><p class=MsoCommentText><span class=MsoCommentReference><span style='font-size:8.0pt'>"
        f"<span style='mso-special-character:comment'>&nbsp;<![if !supportAnnotations]>"
        f'<a href="#_msoanchor_{number}">[AB{number}]</a><![endif]></span></span></span>{text}</p></div></div>'
        for number, author, text in comments
    )
    return f"<div style='mso-element:comment-list'><hr class=msocomoff>{told}</div>"
