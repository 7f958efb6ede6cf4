using System.CommandLine;
using System.CommandLine.Parsing;

namespace Conformance.Cli.Commands;

/// <summary>Finds what is wrong with a call's words, as one line that says what to do.</summary>
internal static class UsageErrors
{
    /// <summary>The first fault of a call.</summary>
    /// <returns>One line, or null when nothing is wrong.</returns>
    public static string? Find(ParseResult parsed, string[] args)
    {
        // A word like an option that no option matches would otherwise be taken for an input.
        int end = Array.IndexOf(args, "--");
        foreach (Token token in parsed.CommandResult.Tokens)
        {
            if (token.Type == TokenType.Argument && token.Value is ['-', _, ..] && Array.IndexOf(args, token.Value) is int at && (end < 0 || at < end))
            {
                return $"unknown option {token.Value}; validate --help lists the options. (A file of that name: write ./{token.Value}.)";
            }
        }

        return parsed.Errors.Count == 0
            ? null
            : $"{parsed.Errors[0].Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}; see validate --help.";
    }
}
