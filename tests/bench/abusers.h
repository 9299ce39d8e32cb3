#pragma once

#include <QByteArray>

#include <stop_token>

namespace nova::bench
{

struct Target {
    quint16 port = 0;
    QByteArray token;
};

// Each of them goes on until it is stopped, and begins anew where the program throws it out, which it may.

/// 200 connections that send a request a byte at a time and never finish it.
void dripBytes(const Target &target, const std::stop_token &stop);
/// One WebSocket client that sends pings as fast as they are taken.
void floodWithPings(const Target &target, const std::stop_token &stop);
/// One WebSocket client that never reads, while large events flow.
void neverRead(const Target &target, const std::stop_token &stop);
/// A thousand connections a second that end as soon as they stand, every second one with a reset.
void connectOverAndOver(const Target &target, const std::stop_token &stop);

} // namespace nova::bench
