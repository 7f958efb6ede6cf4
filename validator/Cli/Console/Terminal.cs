namespace Conformance.Cli.Console;

/// <summary>Everything of the outside world that a command may touch, so that tests can stand in for it.</summary>
internal sealed class Terminal
{
    /// <summary>Standard output, as bytes: reports are written to it whole.</summary>
    public required Stream Out { get; init; }

    /// <summary>Standard error, for one-line problems and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public required Func<Stream> In { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal, so that progress may be shown there.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal; 100 when standard output is none.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Reads an environment variable; null when it isn't set.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>The folder that relative paths start from.</summary>
    public string WorkingDirectory { get; init; } = ".";

    /// <summary>The clock, for expiry dates, rates and times.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Says in one line what is wrong and what to do.</summary>
    public void Problem(string line) => Error.WriteLine($"validate: {line}");
}
