package dev.dragoman.grammar;

import java.util.List;
import java.util.function.Supplier;

/** Draws a rule by its share, and with it a sentence. */
final class Grammar {

  /**
   * @param share how many of the sum of all shares
   * @param sentence draws one
   */
  private record Rule(int share, Supplier<Phrase> sentence) {}

  private final Choice choice;
  private final List<Rule> rules;
  private final int[] shares;

  Grammar(Lexicon lexicon, Choice choice) {
    this.choice = choice;
    Speech speech = new Speech(lexicon, choice);
    Actions actions = new Actions(speech);
    States states = new States(speech);
    Questions questions = new Questions(speech);
    World world = new World(speech);
    rules =
        List.of(
            new Rule(290, actions::typical),
            new Rule(200, actions::visit),
            new Rule(345, actions::transitive),
            new Rule(65, actions::everyday),
            new Rule(60, actions::activity),
            new Rule(60, actions::motion),
            new Rule(36, actions::giving),
            new Rule(35, actions::withPronoun),
            new Rule(48, actions::reflexive),
            new Rule(55, actions::modal),
            new Rule(20, actions::animal),
            new Rule(15, actions::vehicle),
            new Rule(55, states::feeling),
            new Rule(24, states::identity),
            new Rule(20, states::trade),
            new Rule(80, states::star),
            new Rule(65, states::thing),
            new Rule(30, states::location),
            new Rule(60, states::comparison),
            new Rule(20, states::age),
            new Rule(20, states::need),
            new Rule(40, states::reported),
            new Rule(30, states::reason),
            new Rule(20, states::relative),
            new Rule(12, questions::who),
            new Rule(10, questions::what),
            new Rule(10, questions::where),
            new Rule(8, questions::when),
            new Rule(8, questions::why),
            new Rule(10, questions::howMany),
            new Rule(6, questions::howOld),
            new Rule(8, questions::whatColour),
            new Rule(6, questions::whichLanguage),
            new Rule(18, world::capital),
            new Rule(18, world::atHome),
            new Rule(18, world::dwelling),
            new Rule(20, world::language),
            new Rule(14, world::origin),
            new Rule(14, world::journey));
    shares = rules.stream().mapToInt(Rule::share).toArray();
  }

  GeneratedPair sentence() {
    Phrase phrase = rules.get(choice.weighted(shares)).sentence.get();
    return GeneratedPair.of(Spelling.french(phrase.french()), Spelling.english(phrase.english()));
  }
}
