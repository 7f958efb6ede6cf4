namespace Conformance.Suites.Harness.Scenarios;

/// <summary>The target does otherwise than a scenario requires.</summary>
public sealed class ScenarioFailedException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What the target does, and what was required.</param>
    public ScenarioFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What the target does, and what was required.</param>
    /// <param name="inner">What it was seen by.</param>
    public ScenarioFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
