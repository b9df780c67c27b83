// verdict: COMPILE_ERROR | OK
// stdout-not: ESCAPED
// never: a processor among the program's own files runs in the compiler
void main() {
  try {
    Class.forName("Generated");
    IO.println("ESCAPED");
  } catch (ClassNotFoundException e) {
    IO.println("denied " + e);
  }
}
// file: Evil.java
import javax.annotation.processing.*;

@SupportedAnnotationTypes("*")
public class Evil extends AbstractProcessor {
  @Override
  public boolean process(java.util.Set<? extends javax.lang.model.element.TypeElement> types, RoundEnvironment round) {
    try {
      processingEnv.getFiler().createSourceFile("Generated").openWriter().append("class Generated {}").close();
    } catch (java.io.IOException e) {
      throw new RuntimeException(e);
    }
    return false;
  }
}
// file: META-INF/services/javax.annotation.processing.Processor.java
// Evil
