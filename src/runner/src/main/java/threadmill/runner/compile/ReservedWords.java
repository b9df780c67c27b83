package threadmill.runner.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.parser.ScannerFactory;
import com.sun.tools.javac.parser.Tokens.Token;
import com.sun.tools.javac.parser.Tokens.TokenKind;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.lang.model.SourceVersion;

/// Finds a source's reserved words by javac's own scanner; a syntax tree has them no more, and
/// tells modifiers that nobody wrote. `var` counts where it stands for a type.
final class ReservedWords {
  private final Context javac;

  /// Takes a word and its position in the file.
  @FunctionalInterface
  interface Found {
    void found(String word, int at);
  }

  ReservedWords(JavacTask task) {
    this.javac = ((BasicJavacTask) task).getContext();
  }

  void in(CompilationUnitTree file, Found found) {
    var log = Log.instance(javac);
    var before = log.useSource(file.getSourceFile());
    try {
      var text = file.getSourceFile().getCharContent(true);
      var scanner = ScannerFactory.instance(javac).newScanner(text, false);
      scanner.nextToken();
      while (scanner.token().kind != TokenKind.EOF) {
        var token = scanner.token();
        scanner.nextToken();
        if (isVar(token) && isName(scanner.token())) {
          found.found("var", token.pos);
        } else if (token.kind.name != null && SourceVersion.isKeyword(token.kind.name)) {
          found.found(token.kind.name, token.pos);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      log.useSource(before);
    }
  }

  private static boolean isVar(Token token) {
    return token.kind == TokenKind.IDENTIFIER && token.name().contentEquals("var");
  }

  private static boolean isName(Token token) {
    return token.kind == TokenKind.IDENTIFIER || token.kind == TokenKind.UNDERSCORE;
  }
}
