package threadmill.server.event;

import com.fasterxml.jackson.annotation.JsonRawValue;

/// An event as the socket sends it.
///
/// @param seq from 1, without gaps over all attempts of a run
/// @param data the JSON of an [EventBody]
record EventView(int seq, int attempt, long atNanos, String type, @JsonRawValue String data) {}
