package threadmill.server.run;

import threadmill.server.access.Who;

/// Who asks for a run.
///
/// @param address the client's network address
record Requester(Who who, String address) {}
