package pms.search.suggest;

import java.util.List;

/** Suggestions, the most frequent first. */
record SuggestionPage(List<Suggestion> items) {}
