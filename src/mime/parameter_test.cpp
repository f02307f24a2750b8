#include "mime/parameter.h"

#include <gtest/gtest.h>

#include <string>

namespace haymaker::mime {
namespace {

std::string filename(std::string_view value, ParameterForm form) {
  Buffer out;
  append_parameter("filename", value, form, out);
  return std::string(out.view());
}

TEST(Parameter, QuotesAscii) {
  EXPECT_EQ(filename("Q3 report.pdf", ParameterForm::rfc2231), ";\r\n\tfilename=\"Q3 report.pdf\"");
  EXPECT_EQ(filename("a\"b\\c", ParameterForm::encoded_word), ";\r\n\tfilename=\"a\\\"b\\\\c\"");
}

TEST(Parameter, WritesTheFormOfRfc2231Section4) {
  EXPECT_EQ(filename("\u00DCbersicht M\u00E4rz.pdf", ParameterForm::rfc2231),
            ";\r\n\tfilename*=utf-8''%C3%9Cbersicht%20M%C3%A4rz.pdf");
}

TEST(Parameter, ContinuesALongValue) {
  EXPECT_EQ(filename("\u00DC-quarterly-reconciliation-of-nostro-accounts-2024-03.xlsx",
                     ParameterForm::rfc2231),
            ";\r\n\tfilename*0*=utf-8''%C3%9C-quarterly-reconciliation-of-nostro-accounts-2024"
            ";\r\n\tfilename*1*=-03.xlsx");
  EXPECT_EQ(filename(std::string(70, 'a'), ParameterForm::rfc2231),
            ";\r\n\tfilename*0=\"" + std::string(30, 'a') + "\";\r\n\tfilename*1=\"" +
                std::string(30, 'a') + "\";\r\n\tfilename*2=\"" + std::string(10, 'a') + '"');
}

TEST(Parameter, WritesTheFormThatOldReadersKnow) {
  EXPECT_EQ(filename("\u00DCbersicht.pdf", ParameterForm::encoded_word),
            ";\r\n\tfilename=\"=?utf-8?B?w5xiZXJzaWNodC5wZGY=?=\"");
}

}  // namespace
}  // namespace haymaker::mime
