import "./styles/index.css";
import { openAccount } from "./account/account-page";
import { installAccountPlace } from "./account/account-place";
import { openAdmin } from "./account/admin-page";
import { openLink } from "./account/link-page";
import { openForgotten, openSignIn } from "./account/sign-in-page";
import { openSignUp } from "./account/sign-up-page";
import { byId } from "./base/dom";
import { ComparePage } from "./compare/compare-page";
import { openCourse } from "./course/course-page";
import { openCourses } from "./course/courses-page";
import { openJoin } from "./course/join-page";
import { openPeople } from "./course/people-page";
import { openAuthoring } from "./exercise/authoring-page";
import { ExercisePage } from "./exercise/exercise-page";
import { ExperimentPage } from "./experiment/experiment-page";
import { showExperiments } from "./experiment/list-page";
import { NewExperimentPage } from "./experiment/new-page";
import { Playground } from "./playground";
import { installKeys } from "./shell/keys";
import { installPasswordToggles } from "./shell/password-toggle";
import { installSplitter } from "./shell/panes";
import { installRecentRuns, showRecentRuns } from "./shell/recent-runs";
import { installSamples } from "./shell/samples-dialog";
import { installTheme } from "./shell/theme";
import { readExperimentPath } from "./url-state";

/** Pages of people and courses, which are forms and tables. */
const PLAIN_PAGES: Readonly<Record<string, () => void>> = {
  "sign-in": openSignIn,
  "sign-up": openSignUp,
  forgotten: openForgotten,
  link: openLink,
  account: openAccount,
  admin: openAdmin,
  courses: openCourses,
  course: openCourse,
  "join-course": openJoin,
  people: openPeople,
  authoring: openAuthoring,
};

void installAccountPlace();

switch (document.body.dataset["page"]) {
  case "playground": {
    const playground = new Playground();
    installTheme(() => playground.repaint());
    installKeys({ run: () => void playground.run(), save: () => playground.save() });
    installSamples((sample) => playground.tryOut(sample));
    installRecentRuns();
    installSplitter({
      bar: byId("splitter", HTMLElement),
      box: byId("panes", HTMLElement),
      property: "--source-share",
      axis: "x",
      least: 20,
      most: 75,
      initial: 44,
    });
    installSplitter({
      bar: byId("result-splitter", HTMLElement),
      box: byId("result-panes", HTMLElement),
      property: "--timeline-share",
      axis: "y",
      least: 20,
      most: 85,
      initial: 58,
    });
    playground.start();
    break;
  }
  case "runs":
    installTheme(() => undefined);
    installKeys({});
    void showRecentRuns(100);
    break;
  case "compare": {
    const page = new ComparePage();
    installTheme(() => page.repaint());
    installKeys({});
    void page.open();
    break;
  }
  case "exercise": {
    const page = new ExercisePage();
    installTheme(() => undefined);
    installKeys({ run: () => void page.tryOut(), submit: () => void page.submit(), save: () => page.save() });
    void page.open();
    break;
  }
  case "experiments":
    installTheme(() => undefined);
    installKeys({});
    void showExperiments();
    break;
  case "new-experiment": {
    const form = new NewExperimentPage();
    installTheme(() => undefined);
    installKeys({ run: () => void form.submit() });
    void form.open();
    break;
  }
  case "experiment": {
    const page = new ExperimentPage(readExperimentPath(location.pathname) ?? "");
    installTheme(() => page.repaint());
    installKeys({});
    void page.open();
    break;
  }
  default:
    installTheme(() => undefined);
    installKeys({});
    installPasswordToggles();
    PLAIN_PAGES[document.body.dataset["page"] ?? ""]?.();
}
