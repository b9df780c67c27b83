package threadmill.runner;

/// A part of the defence against what runs in sandboxes, as it stands on this machine.
///
/// @param name what it is called on the operators' page
/// @param active whether it holds here
/// @param detail what it does here and how that is known, or why it does not hold; in a sentence
public record Layer(String name, boolean active, String detail) {}
