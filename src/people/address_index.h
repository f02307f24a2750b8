#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/ids.h"

namespace haymaker::people {

// From an address to whose it is: open addressing, at most half full. The addresses themselves stay
// where they are, and are kept by view.
class AddressIndex {
 public:
  // Room for `count` addresses.
  explicit AddressIndex(std::size_t count = 0) { slots_.resize(std::bit_ceil(2 * count + 2)); }

  // kNobody if it is no one's.
  [[nodiscard]] PersonId find(std::string_view address) const noexcept {
    return slots_[slot_of(address)].id;
  }
  // `address` is not in the index, and has room.
  void add(std::string_view address, PersonId id) noexcept {
    slots_[slot_of(address)] = {address, id};
  }

 private:
  struct Slot {
    std::string_view address;
    PersonId id = kNobody;
  };

  // Where the address is, or else the free slot where it belongs.
  [[nodiscard]] std::size_t slot_of(std::string_view address) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = stable_hash(address) & mask;
    while (slots_[slot].id != kNobody && slots_[slot].address != address) slot = (slot + 1) & mask;
    return slot;
  }

  std::vector<Slot> slots_;
};

}  // namespace haymaker::people
