#include "app/interruption.h"

#include <csignal>

namespace haymaker::app {

namespace {

volatile std::sig_atomic_t asked_to_stop = 0;

void note(int /*signal*/) { asked_to_stop = 1; }

}  // namespace

void take_signals() {
  struct sigaction action = {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGXFSZ, SIG_IGN);
}

bool interrupted() { return asked_to_stop != 0; }

}  // namespace haymaker::app
