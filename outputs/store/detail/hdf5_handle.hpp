#pragma once

#include <hdf5.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace tsunagi::detail {

/// A call of the HDF5 library failed: our intention, then the library's own reason. Never leaves
/// outputs/store.
class Hdf5Failure : public std::runtime_error {
public:
    explicit Hdf5Failure(const std::string& intention);
};

/// Passes the result of a call on.
/// @throws Hdf5Failure if the library reports an error by a negative value
template <class Result> Result checked(Result result, const std::string& intention) {
    if (result < 0) {
        throw Hdf5Failure{intention};
    }
    return result;
}

/// Owns one identifier of the library, whatever kind it is.
class Hdf5Handle {
public:
    using Close = herr_t (*)(hid_t);

    /// @throws Hdf5Failure if `id` says that opening failed
    Hdf5Handle(hid_t id, Close closing, const std::string& intention)
        : id_{checked(id, intention)}, close_{closing} {}
    Hdf5Handle(Hdf5Handle&& other) noexcept
        : id_{std::exchange(other.id_, H5I_INVALID_HID)}, close_{other.close_} {}
    Hdf5Handle& operator=(Hdf5Handle&& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(close_, other.close_);
        return *this;
    }
    Hdf5Handle(const Hdf5Handle&) = delete;
    Hdf5Handle& operator=(const Hdf5Handle&) = delete;
    /// Closes what an exception left open; the result can no longer matter then.
    ~Hdf5Handle() {
        if (id_ >= 0) {
            close_(id_);
        }
    }

    hid_t id() const { return id_; }
    /// Closes now: on the way of writing, the library reports errors as late as here.
    void close(const std::string& intention) {
        checked(close_(std::exchange(id_, H5I_INVALID_HID)), intention);
    }

private:
    hid_t id_;
    Close close_;
};

/// Keeps the library from printing its errors; they travel in exceptions. Per thread, so every file
/// object calls it.
void silence_hdf5();

} // namespace tsunagi::detail
