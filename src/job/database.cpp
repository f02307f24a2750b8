#include "job/database.h"

#include <sqlite3.h>

namespace haymaker::job {
namespace {

constexpr int kPatienceMs = 5'000;  // Another program may look into the file.

Error failure(sqlite3* database, int code, const std::string& where) {
  ErrorCode kind = ErrorCode::io;
  switch (code & 0xFF) {
    case SQLITE_FULL: kind = ErrorCode::no_space; break;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH: kind = ErrorCode::denied; break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: kind = ErrorCode::corrupt; break;
    case SQLITE_CONSTRAINT: kind = ErrorCode::exists; break;
    default: break;
  }
  return {kind, database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code), where};
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, std::string where, sqlite3_stmt* statement)
    : database_(database),
      where_(std::move(where)),
      statement_(statement),
      code_(statement != nullptr ? SQLITE_OK : sqlite3_errcode(database)) {}

Statement& Statement::bind(std::int64_t number) {
  if (code_ == SQLITE_OK) code_ = sqlite3_bind_int64(statement_.get(), next_++, number);
  return *this;
}

Statement& Statement::bind(std::string_view text) {
  if (code_ == SQLITE_OK) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* const bytes = text.empty() ? "" : text.data();
    code_ = sqlite3_bind_text64(statement_.get(), next_++, bytes, text.size(), SQLITE_TRANSIENT,
                                SQLITE_UTF8);
  }
  return *this;
}

std::expected<bool, Error> Statement::step() {
  if (code_ == SQLITE_OK) code_ = sqlite3_step(statement_.get());
  if (code_ == SQLITE_DONE) return false;
  if (code_ != SQLITE_ROW) return std::unexpected(failure(database_, code_, where_));
  code_ = SQLITE_OK;
  return true;
}

std::expected<void, Error> Statement::run() {
  for (;;) {
    auto row = step();
    if (!row) return std::unexpected(std::move(row.error()));
    if (!*row) return {};
  }
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::uint64_t Statement::count(int column) const {
  return static_cast<std::uint64_t>(number(column));
}

std::string Statement::text(int column) const {
  const auto* const bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes != nullptr ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

void Database::Close::operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }

std::expected<Database, Error> Database::open(const std::string& path) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
  Database database(handle, path);
  if (code != SQLITE_OK) return std::unexpected(failure(handle, code, path));
  sqlite3_busy_timeout(handle, kPatienceMs);
  auto set = database.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
      "PRAGMA foreign_keys = ON;");
  if (!set) return std::unexpected(std::move(set.error()));
  return database;
}

std::expected<void, Error> Database::execute(const char* statements) {
  const int code = sqlite3_exec(handle_.get(), statements, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return std::unexpected(failure(handle_.get(), code, where_));
  return {};
}

Statement Database::prepare(std::string_view statement) {
  sqlite3_stmt* prepared = nullptr;
  sqlite3_prepare_v2(handle_.get(), statement.data(), static_cast<int>(statement.size()), &prepared,
                     nullptr);
  return {handle_.get(), where_, prepared};
}

int Database::changes() const { return sqlite3_changes(handle_.get()); }

}  // namespace haymaker::job
