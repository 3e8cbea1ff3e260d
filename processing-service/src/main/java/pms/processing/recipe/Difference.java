package pms.processing.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import pms.processing.render.Operation;

/** What has to be done to one recipe to get the other: as few changes as possible, in the order of the recipes. */
public final class Difference {

  /** @param change {@code kept}, {@code removed} or {@code added} */
  public record Step(String change, JsonNode operation) {}

  public static List<Step> between(Recipe one, Recipe other) {
    List<Operation> from = one.operations();
    List<Operation> to = other.operations();
    int[][] common = common(from, to);
    List<Step> steps = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < from.size() || j < to.size()) {
      if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
        steps.add(new Step("kept", Recipe.json(from.get(i++))));
        j++;
      } else if (j == to.size() || i < from.size() && common[i + 1][j] >= common[i][j + 1]) {
        steps.add(new Step("removed", Recipe.json(from.get(i++))));
      } else {
        steps.add(new Step("added", Recipe.json(to.get(j++))));
      }
    }
    return steps;
  }

  /** How long the longest common sequence from here on is. */
  private static int[][] common(List<Operation> from, List<Operation> to) {
    int[][] common = new int[from.size() + 1][to.size() + 1];
    for (int i = from.size() - 1; i >= 0; i--) {
      for (int j = to.size() - 1; j >= 0; j--) {
        common[i][j] =
            from.get(i).equals(to.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private Difference() {}
}
