package threadmill.server.exercise.statement;

/// What a student reads, as HTML that is safe to show.
///
/// @param closingHtml the section `What you saw`, for those who have solved it; empty for none
public record Statement(String html, String closingHtml) {}
