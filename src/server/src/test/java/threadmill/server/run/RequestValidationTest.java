package threadmill.server.run;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import threadmill.server.ServerTest;

@ServerTest
class RequestValidationTest {
  private static final String FILE = "{'path':'Main.java','content':'void main() {}'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          files                 | {}
          files                 | {'files':null}
          files                 | {'files':[]}
          files[0]              | {'files':[null]}
          files[0].path         | {'files':[{'content':''}]}
          web.latencyMillis     | {'files':[{'path':'Main.java','content':''}],'web':{'latencyMillis':10001}}
          web.bytes             | {'files':[{'path':'Main.java','content':''}],'web':{'bytes':-1}}
          web.errorRate         | {'files':[{'path':'Main.java','content':''}],'web':{'errorRate':1.01}}
          web.seed              | {'files':[{'path':'Main.java','content':''}],'web':{'seed':-1}}
          files[0].content      | {'files':[{'path':'Main.java'}]}
          files[0].path         | {'files':[{'path':'','content':''}]}
          files[0].path         | {'files':[{'path':'/Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'../Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'a/../Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'a//Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'./Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'a\\\\Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'C:Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'Main.txt','content':''}]}
          files[0].path         | {'files':[{'path':'.java','content':''}]}
          files[0].path         | {'files':[{'path':'Ma in.java','content':''}]}
          files[0].path         | {'files':[{'path':'1Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'Main\\u0000.java','content':''}]}
          files[0].path         | {'files':[{'path':'Mai\\u0308n.java','content':''}]}
          files[0].path         | {'files':[{'path':'a/./Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'a/.../Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'../../../../etc/cron.d/Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'..%2fMain.java','content':''}]}
          files[0].path         | {'files':[{'path':'~/Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'Main.java/','content':''}]}
          files[0].path         | {'files':[{'path':'Main.java ','content':''}]}
          files[0].path         | {'files':[{'path':'Main.JAVA','content':''}]}
          files[0].path         | {'files':[{'path':'//host/share/Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'file:///etc/Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'\\\\\\\\host\\\\Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'@options.java','content':''}]}
          files[0].path         | {'files':[{'path':'-J-Xmx1m.java','content':''}]}
          files[0].path         | {'files':[{'path':'META-INF/services/Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'Main\\u200d.java','content':''}]}
          files[0].path         | {'files':[{'path':'Main\\u202e.java','content':''}]}
          files[0].path         | {'files':[{'path':'a\\uff0fMain.java','content':''}]}
          files[0].path         | {'files':[{'path':'\\u2025/Main.java','content':''}]}
          files[0].path         | {'files':[{'path':'Main\\n.java','content':''}]}
          files[1].path         | {'files':[{'path':'Main.java','content':''},{'path':'main.java','content':''}]}
          files[0].content      | {'files':[{'path':'Main.java','content':'\\u0000'}]}
          files[0].content      | {'files':[{'path':'Main.java','content':'\\ud800'}]}
          files[0].contents     | {'files':[{'path':'Main.java','contents':''}]}
          file                  | {'file':[]}
          files                 | {'files':'Main.java'}
          isolation             | {'files':[FILE],'isolation':'none'}
          limits.heapMiB        | {'files':[FILE],'isolation':'pool','limits':{'heapMiB':256}}
          isolation             | {'files':[FILE],'isolation':'pool','executor':{'kind':'process'}}
          executor.kind         | {'files':[FILE],'executor':{'kind':'many'}}
          executor.kinds        | {'files':[FILE],'executor':{'kinds':'fixed'}}
          executor.parallelism  | {'files':[FILE],'executor':{'parallelism':0}}
          executor.parallelism  | {'files':[FILE],'executor':{'parallelism':65}}
          executor.parallelism  | {'files':[FILE],'executor':{'parallelism':'4'}}
          executor              | {'files':[FILE],'executor':'fixed'}
          cores                 | {'files':[FILE],'cores':0}
          cores                 | {'files':[FILE],'cores':4097}
          cores                 | {'files':[FILE],'cores':1.5}
          cores                 | {'files':[FILE],'cores':99999999999}
          stdin                 | {'files':[FILE],'stdin':'\\u0000'}
          stdin                 | {'files':[FILE],'stdin':7}
          args                  | {'files':[FILE],'args':'a'}
          args[1]               | {'files':[FILE],'args':['a',null]}
          args[0]               | {'files':[FILE],'args':['\\u0000']}
          limits.wallMillis     | {'files':[FILE],'limits':{'wallMillis':0}}
          limits.wallMillis     | {'files':[FILE],'limits':{'wallMillis':-1}}
          limits.wallMillis     | {'files':[FILE],'limits':{'wallMillis':60001}}
          limits.heapMiB        | {'files':[FILE],'limits':{'heapMiB':0}}
          limits.heapMiB        | {'files':[FILE],'limits':{'heapMiB':1025}}
          limits.stdoutBytes    | {'files':[FILE],'limits':{'stdoutBytes':0}}
          limits.stdoutBytes    | {'files':[FILE],'limits':{'stdoutBytes':8388609}}
          limits.stderrBytes    | {'files':[FILE],'limits':{'stderrBytes':8388609}}
          limits.threads        | {'files':[FILE],'limits':{'threads':4097}}
          limits.wallSeconds    | {'files':[FILE],'limits':{'wallSeconds':1}}
          """)
  void a_refused_request_is_told_which_field_to_change(String field, String body) {
    posted(body).statusCode(400).body("errors.field", hasItem(field)).body("status", equalTo(400));
  }

  @Test
  void every_fault_of_a_request_is_told_at_once() {
    posted("{'files':[{'path':'Main.txt','content':''}],'cores':0,'limits':{'heapMiB':0}}")
        .statusCode(400)
        .body(
            "errors.field", equalTo(java.util.List.of("files[0].path", "cores", "limits.heapMiB")));
  }

  @Test
  void pool_isolation_says_what_it_cannot_be_combined_with() {
    posted("{'files':[FILE],'isolation':'pool','executor':{'kind':'process'}}")
        .statusCode(400)
        .body("errors[0].message", containsString("cannot be combined with the executor process"));
  }

  @Test
  void source_of_more_than_256_kib_is_too_large() {
    posted("{'files':[{'path':'Main.java','content':'" + "x".repeat(262_145) + "'}]}")
        .statusCode(413)
        .body("errors[0].field", equalTo("files"));
  }

  @Test
  void a_path_of_more_than_200_characters_is_refused() {
    posted("{'files':[{'path':'" + "x".repeat(196) + ".java','content':''}]}")
        .statusCode(400)
        .body("errors[0].field", equalTo("files[0].path"));
  }

  @Test
  void standard_input_of_more_than_256_kib_is_refused() {
    posted("{'files':[FILE],'stdin':'" + "x".repeat(262_145) + "'}")
        .statusCode(400)
        .body("errors[0].field", equalTo("stdin"));
  }

  @Test
  void too_many_arguments_are_refused() {
    posted("{'files':[FILE],'args':[" + "'a',".repeat(64) + "'a']}")
        .statusCode(400)
        .body("errors[0].field", equalTo("args"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{", "[]", "7", "null", "``", "{}{}"})
  void what_is_not_one_json_object_is_refused(String body) {
    posted(body).statusCode(400).body("detail.length()", org.hamcrest.Matchers.greaterThan(10));
  }

  @Test
  void another_content_type_is_refused() {
    given()
        .contentType(ContentType.TEXT)
        .body("hello")
        .post("/api/v1/runs")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  private static io.restassured.response.ValidatableResponse posted(String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body.replace("FILE", FILE).replace('\'', '"'))
        .post("/api/v1/runs")
        .then()
        .contentType("application/problem+json");
  }
}
