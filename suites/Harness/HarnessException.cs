namespace Conformance.Suites.Harness;

/// <summary>The harness, or the machine it runs on, is at fault: never the product under test.</summary>
public class HarnessException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What went wrong and, where it is known, what to do.</param>
    public HarnessException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What went wrong and, where it is known, what to do.</param>
    /// <param name="inner">What it comes from.</param>
    public HarnessException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
