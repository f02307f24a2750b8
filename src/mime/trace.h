#pragma once

#include "base/buffer.h"
#include "mime/delivery.h"

namespace haymaker::mime {

// The trace of a message into the company's archive (RFC 5321 section 4.4), newest first: Received
// fields whose times rise from the Date upwards and, on mail from outside, Return-Path and the
// border's verdicts.
//
// No signature is claimed: the border reports `dkim=none (message not signed)`, and there is no
// DKIM-Signature that a verifier could find false.
void append_trace(const Delivery& delivery, Buffer& out);

}  // namespace haymaker::mime
