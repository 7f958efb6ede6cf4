using Conformance.Suites.Harness.Results;

namespace Conformance.Suites.Harness.Scenarios;

/// <summary>Tells by how a scenario ended what came of it. Whatever isn't plainly the target's doing is the harness's.</summary>
internal static class Judgement
{
    /// <summary>How the framework of the tests marks a test that skips itself while it runs.</summary>
    private const string SkipMark = "$XunitDynamicSkip$";

    /// <summary>Judges.</summary>
    /// <param name="problem">What the scenario ended with; null when it ran to its end.</param>
    /// <returns>The outcome, and why it is no pass.</returns>
    public static (Outcome Outcome, string? Message) Of(Exception? problem) => problem switch
    {
        null => (Outcome.Pass, null),
        _ when problem.Message.StartsWith(SkipMark, StringComparison.Ordinal) => (Outcome.Skip, problem.Message[SkipMark.Length..]),
        ScenarioFailedException or TimeoutException => (Outcome.Fail, problem.Message),
        _ when IsAssertion(problem) => (Outcome.Fail, problem.Message),
        HarnessException => (Outcome.Error, problem.Message),
        _ => (Outcome.Error, problem.ToString()),
    };

    /// <summary>Assertions of xUnit have an interface for that; those of Shouldly are known by where they come from.</summary>
    private static bool IsAssertion(Exception problem) =>
        problem.GetType().GetInterfaces().Any(contract => contract.Name == "IAssertionException") || problem.GetType().Namespace == "Shouldly";
}
