const item = (level: number, sign: string, words: string, place = 'Middle'): string =>
  `<p class=MsoListParagraphCxSp${place} style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>
`;

/** What Word puts on the clipboard: headings, both kinds of list, a table, bold, a link, a tracked change. */
export const wordHtml = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} --></style>
<!--[if gte mso 10]><style> table.MsoNormalTable {font-size:10.0pt;} </style><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1>Market sounding<o:p></o:p></h1>
<p class=MsoNormal>Seven of <b style='mso-bidi-font-weight:normal'>ten</b> suppliers <i>answered</i>, see <a
href="https://www.example.gov.uk/notice">the notice</a>.<o:p></o:p></p>
${item(1, '·', 'Two asked for the budget', 'First')}${item(2, 'o', 'and one for the date')}${item(1, '·', 'One was happy', 'Last')}
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${item(1, '1.', 'Write the page', 'First')}${item(1, '2.', 'Send it', 'Last')}
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=200 valign=top style='width:150.0pt'>
  <p class=MsoNormal><b>Supplier<o:p></o:p></b></p></td><td width=200><p class=MsoNormal><b>Answered<o:p></o:p></b></p></td></tr>
 <tr><td><p class=MsoNormal>T&#375; | Glas<o:p></o:p></p></td><td><p class=MsoNormal>Yes<o:p></o:p></p></td></tr>
</table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_1"><v:imagedata src="file:///C:/Temp/clip_image001.png"/></v:shape><![endif]--><img width=120 height=80 src="file:///C:/Temp/msohtmlclip1/01/clip_image001.png" alt="A chart of answers" v:shapes="Picture_1"></p>
<!--EndFragment--></body></html>`;

/** What Excel puts on the clipboard. */
export const excelHtml = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:General;}</style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=192>
<!--StartFragment--> <col width=64 span=3 style='width:48pt'>
 <tr height=20><td height=20 width=64>Group</td><td width=64>Sent</td><td width=64>Answered</td></tr>
 <tr height=20><td height=20>One page</td><td align=right>10</td><td align=right>7</td></tr>
 <tr height=20><td height=20>Four pages</td><td align=right>10</td><td align=right x:num="0.4">40%</td></tr>
<!--EndFragment--></table></body></html>`;
