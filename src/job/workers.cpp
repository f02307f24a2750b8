#include "job/workers.h"

namespace haymaker::job {

Workers::Workers(unsigned threads) {
  for (unsigned i = 0; i < threads; ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

Workers::~Workers() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

std::list<Workers::Turn>::iterator Workers::next_turn() {
  auto best = turns_.end();
  for (auto turn = turns_.begin(); turn != turns_.end(); ++turn) {
    if (turn->exhausted) continue;
    if (best == turns_.end() || turn->inside < best->inside) best = turn;
  }
  if (best != turns_.end()) turns_.splice(turns_.end(), turns_, best);
  return best;
}

void Workers::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  for (;;) {
    auto turn = turns_.end();
    changed_.wait(lock, stop, [&] { return (turn = next_turn()) != turns_.end(); });
    if (turn == turns_.end() || stop.stop_requested()) return;
    ++turn->inside;
    lock.unlock();
    const bool made = turn->run->make_next();
    lock.lock();
    --turn->inside;
    turn->exhausted = turn->exhausted || !made;
    if (turn->inside == 0) changed_.notify_all();
  }
}

Workers::Share::Share(Workers& workers, Run& run) : workers_(workers) {
  const std::lock_guard lock(workers_.mutex_);
  turn_ = workers_.turns_.insert(workers_.turns_.begin(), Turn{&run, 0, false});
  workers_.changed_.notify_all();
}

Workers::Share::~Share() {
  std::unique_lock lock(workers_.mutex_);
  turn_->exhausted = true;
  workers_.changed_.wait(lock, [this] { return turn_->inside == 0; });
  workers_.turns_.erase(turn_);
}

}  // namespace haymaker::job
