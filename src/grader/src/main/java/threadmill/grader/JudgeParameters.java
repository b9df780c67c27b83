package threadmill.grader;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import threadmill.judge.Subject;
import threadmill.judge.Transcript;

/// Gives tests their [Subject] or [Transcript]. JUnit finds it as a service.
///
/// Implementation note: `current` is set before a test begins and cleared after it, by the only
/// thread that runs tests.
public final class JudgeParameters implements ParameterResolver {
  static volatile @Nullable Sitting current;

  /// What the test that runs now gets.
  ///
  /// @param transcript null where it is no checker
  record Sitting(Subject subject, @Nullable Transcript transcript) {}

  /// Made by JUnit.
  public JudgeParameters() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    var sitting = current;
    var type = parameter.getParameter().getType();
    return sitting != null
        && (type == Subject.class || (type == Transcript.class && sitting.transcript() != null));
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var sitting = current;
    if (sitting == null) {
      throw new IllegalStateException("no test is running");
    }
    return parameter.getParameter().getType() == Subject.class
        ? sitting.subject()
        : sitting.transcript();
  }
}
