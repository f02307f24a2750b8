#pragma once

// SQLite as far as the job store needs it: a file, statements with their parameters, rows.

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace haymaker::job {

// A prepared statement. Parameters are bound in order from 1, columns are read in order from 0.
class Statement {
 public:
  Statement& bind(std::int64_t number);
  Statement& bind(std::string_view text);

  // The next row: true if there is one.
  std::expected<bool, Error> step();
  // Runs a statement that has no rows.
  std::expected<void, Error> run();

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::uint64_t count(int column) const;
  [[nodiscard]] std::string text(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  Statement(sqlite3* database, std::string where, sqlite3_stmt* statement);

  sqlite3* database_;
  std::string where_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;
  int code_;
};

// One connection, used by one thread at a time. Write-ahead log, so that a killed process leaves a
// whole file; what is deleted is overwritten.
class Database {
 public:
  static std::expected<Database, Error> open(const std::string& path);

  std::expected<void, Error> execute(const char* statements);
  // A statement that does not compile reports it by its first step().
  [[nodiscard]] Statement prepare(std::string_view statement);
  // How many rows the last statement has changed.
  [[nodiscard]] int changes() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const noexcept;
  };
  Database(sqlite3* handle, std::string where) : handle_(handle), where_(std::move(where)) {}

  std::unique_ptr<sqlite3, Close> handle_;
  std::string where_;
};

}  // namespace haymaker::job
