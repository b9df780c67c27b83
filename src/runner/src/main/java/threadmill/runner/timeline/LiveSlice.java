package threadmill.runner.timeline;

/// A slice on its way to a viewer, with the lane that it belongs to.
///
/// @param lane [Lane#id()]
public record LiveSlice(int lane, Slice slice) {}
