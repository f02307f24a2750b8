#include "media/slide_master.h"

#include "media/ooxml.h"

namespace haymaker::media {

namespace {

constexpr std::string_view kNamespaces =
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

constexpr std::string_view kColours =
    "<a:clrScheme name=\"Office\"><a:dk1><a:srgbClr val=\"1F2933\"/></a:dk1><a:lt1>"
    "<a:srgbClr val=\"FFFFFF\"/></a:lt1><a:dk2><a:srgbClr val=\"1F3A5F\"/></a:dk2><a:lt2>"
    "<a:srgbClr val=\"E7ECF2\"/></a:lt2><a:accent1><a:srgbClr val=\"2F6DB5\"/></a:accent1>"
    "<a:accent2><a:srgbClr val=\"C8702A\"/></a:accent2><a:accent3><a:srgbClr val=\"8A9199\"/>"
    "</a:accent3><a:accent4><a:srgbClr val=\"D9A514\"/></a:accent4><a:accent5>"
    "<a:srgbClr val=\"4B8BBE\"/></a:accent5><a:accent6><a:srgbClr val=\"5A9A4A\"/></a:accent6>"
    "<a:hlink><a:srgbClr val=\"0563C1\"/></a:hlink><a:folHlink><a:srgbClr val=\"954F72\"/>"
    "</a:folHlink></a:clrScheme>";

constexpr std::string_view kFontsAndFormats =
    "<a:fontScheme name=\"Office\"><a:majorFont><a:latin typeface=\"Calibri Light\"/>"
    "<a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:majorFont><a:minorFont>"
    "<a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:minorFont>"
    "</a:fontScheme><a:fmtScheme name=\"Office\"><a:fillStyleLst><a:solidFill>"
    "<a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/>"
    "</a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:fillStyleLst>"
    "<a:lnStyleLst><a:ln w=\"6350\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
    "<a:ln w=\"12700\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
    "<a:ln w=\"19050\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"
    "</a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle>"
    "<a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>"
    "</a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill>"
    "<a:schemeClr val=\"phClr\"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>";

constexpr std::string_view kTreeBegin =
    "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
    "</p:nvGrpSpPr><p:grpSpPr/>";

// In EMU, from the upper left corner of the slide.
struct Frame {
  std::int64_t x;
  std::int64_t y;
  std::int64_t width;
  std::int64_t height;
};

struct Placeholder {
  int id;
  std::string_view name;
  std::string_view attributes;  // Of <p:ph>.
  Frame frame;
  std::string_view style = {};  // What its text has other than the master says.
};

constexpr std::string_view kCentred =
    "<a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"ctr\"><a:buNone/></a:lvl1pPr>";

void append_placeholder(const Placeholder& holder, Buffer& out) {
  put(out, "<p:sp><p:nvSpPr><p:cNvPr id=\"", holder.id, "\" name=\"", holder.name,
      "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph ", holder.attributes,
      "/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"", holder.frame.x, "\" y=\"",
      holder.frame.y, "\"/><a:ext cx=\"", holder.frame.width, "\" cy=\"", holder.frame.height,
      "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>"
      "<a:bodyPr/><a:lstStyle>",
      holder.style,
      "</a:lstStyle><a:p><a:r><a:rPr lang=\"en-US\"/><a:t>Click to edit</a:t></a:r>"
      "</a:p></p:txBody></p:sp>");
}

constexpr Placeholder kTitle{
    2, "Title 1", "type=\"title\"", {838'200, 365'125, 10'515'600, 1'000'000}};
constexpr Placeholder kBody{
    3, "Text 2", "type=\"body\" idx=\"1\"", {838'200, 1'600'000, 10'515'600, 4'600'000}};
constexpr Placeholder kCentreTitle{
    2, "Title 1", "type=\"ctrTitle\"", {1'524'000, 1'400'000, 9'144'000, 2'100'000}, kCentred};
constexpr Placeholder kSubtitle{3,
                                "Subtitle 2",
                                "type=\"subTitle\" idx=\"1\"",
                                {1'524'000, 3'700'000, 9'144'000, 1'500'000},
                                kCentred};

void append_master(Buffer& out) {
  put(out, kXmlHeader, "<p:sldMaster ", kNamespaces, ">", kTreeBegin);
  append_placeholder(kTitle, out);
  append_placeholder(kBody, out);
  put(out,
      "</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\""
      " accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\""
      " accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
      "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/>"
      "<p:sldLayoutId id=\"2147483650\" r:id=\"rId2\"/></p:sldLayoutIdLst><p:txStyles>"
      "<p:titleStyle><a:lvl1pPr><a:defRPr sz=\"3600\"/></a:lvl1pPr></p:titleStyle><p:bodyStyle>"
      "<a:lvl1pPr marL=\"228600\" indent=\"-228600\"><a:spcBef><a:spcPts val=\"1000\"/></a:spcBef>"
      "<a:buFont typeface=\"Arial\"/><a:buChar char=\"&#8226;\"/><a:defRPr sz=\"2000\"/>"
      "</a:lvl1pPr></p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>");
}

void append_layout(std::string_view type, const Placeholder& title, const Placeholder& body,
                   Buffer& out) {
  put(out, kXmlHeader, "<p:sldLayout ", kNamespaces, " type=\"", type, "\">", kTreeBegin);
  append_placeholder(title, out);
  append_placeholder(body, out);
  put(out, "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>");
}

void add_relations(std::string_view name, std::span<const Relation> relations, Buffer& text,
                   ZipArchive& archive) {
  text.clear();
  append_relations_begin(text);
  for (std::size_t i = 0; i < relations.size(); ++i) append_relation(i + 1, relations[i], text);
  append_relations_end(text);
  archive.add(name, text.view());
}

}  // namespace

void add_slide_master(Buffer& text, ZipArchive& archive) {
  constexpr Relation kOfMaster[] = {{"slideLayout", "../slideLayouts/slideLayout1.xml"},
                                    {"slideLayout", "../slideLayouts/slideLayout2.xml"},
                                    {"theme", "../theme/theme1.xml"}};
  constexpr Relation kOfLayout[] = {{"slideMaster", "../slideMasters/slideMaster1.xml"}};
  text.clear();
  append_master(text);
  archive.add("ppt/slideMasters/slideMaster1.xml", text.view());
  add_relations("ppt/slideMasters/_rels/slideMaster1.xml.rels", kOfMaster, text, archive);
  text.clear();
  append_layout("title", kCentreTitle, kSubtitle, text);
  archive.add("ppt/slideLayouts/slideLayout1.xml", text.view());
  add_relations("ppt/slideLayouts/_rels/slideLayout1.xml.rels", kOfLayout, text, archive);
  text.clear();
  append_layout("obj", kTitle, kBody, text);
  archive.add("ppt/slideLayouts/slideLayout2.xml", text.view());
  add_relations("ppt/slideLayouts/_rels/slideLayout2.xml.rels", kOfLayout, text, archive);
  text.clear();
  put(text, kXmlHeader,
      "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Office\">"
      "<a:themeElements>",
      kColours, kFontsAndFormats, "</a:themeElements></a:theme>");
  archive.add("ppt/theme/theme1.xml", text.view());
  text.clear();
  put(text, kXmlHeader,
      "<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" def=\"",
      kTableStyle, "\"/>");
  archive.add("ppt/tableStyles.xml", text.view());
}

}  // namespace haymaker::media
