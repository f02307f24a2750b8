#pragma once

// The files that come with the mail: how many messages have some, of which kinds, how large.

#include <vector>

#include "audit/mail_sample.h"
#include "audit/message_view.h"
#include "audit/metric.h"

namespace haymaker::audit {

// Those that are attached; pictures that the HTML shows are none.
std::vector<SampledFile> files_of(const MessageReader& message);

// Of all classes of mail together. Without any file there is nothing but their share to report.
void measure_attachments(const MailSample& sample, std::vector<Metric>& out);

}  // namespace haymaker::audit
