// Law 4: render() allocates nothing once its buffers have grown. Counted in this whole program, by
// replacing the operators that every container here allocates with.

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <new>

#include "corpus/renderer.h"
#include "threads/block_plan.h"

namespace {
std::uint64_t allocations = 0;  // The test has one thread.
}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

namespace haymaker::corpus {
namespace {

TEST(Renderer, AllocatesNothingOnceItsBuffersHaveGrown) {
  Spec spec;
  spec.count = 4 * threads::kBlockSize;
  spec.scenarios = {.incidents = 20, .decoys = 100};
  const auto corpus = Corpus::compile(spec);
  ASSERT_TRUE(corpus);
  Renderer renderer(*corpus);
  Rendered message;
  Digest first;
  for (std::uint64_t i = 0; i < spec.count; ++i) {
    renderer.render(MessageIndex{i}, message);
    first += message.digest;
  }
  const std::uint64_t before = allocations;
  Digest second;
  for (std::uint64_t i = 0; i < spec.count; ++i) {
    renderer.render(MessageIndex{i}, message);
    second += message.digest;
  }
  EXPECT_EQ(allocations - before, 0U);
  EXPECT_GT(before, 0U);
  EXPECT_EQ(first, second);
}

}  // namespace
}  // namespace haymaker::corpus
