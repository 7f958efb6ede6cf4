using System.CommandLine;
using Conformance.Policy;
using Conformance.Profiles.Federation.PartialState;
using Conformance.Reports;

namespace Conformance.Cli.Commands;

/// <summary>The words that <c>validate INPUT…</c> takes.</summary>
internal sealed class ValidateOptions
{
    public Argument<string[]> Inputs { get; } = new("INPUT")
    {
        Description = "A directory, .tar, .tar.gz/.tgz or .zip; .rar, .7z, .tar.xz, .tar.zst with the system's libarchive; - is standard input. A .json file with a captured federation request and its response is checked, too.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Option<string[]> Report { get; } = new("--report", "-r")
    {
        Description = $"FORMAT[=FILE], repeatable: {string.Join(", ", ReportFormats.All.Select(writer => writer.Format))}. Without FILE it takes the place of the text on standard output.",
        HelpName = "FORMAT[=FILE]",
    };

    public Option<string?> Profile { get; } = new("--profile")
    {
        Description = $"How severe each rule is: {string.Join(", ", Conformance.Policy.Profile.Names)}. Default: {Conformance.Policy.Profile.DefaultName}.",
        HelpName = "NAME",
    };

    public Option<string[]> Rule { get; } = new("--rule")
    {
        Description = "The severity of a rule, repeatable: OWN003=error|warning|info|off.",
        HelpName = "ID=SEVERITY",
    };

    public Option<string?> FailOn { get; } = new("--fail-on")
    {
        Description = "The lowest severity that makes the input invalid: error (default), warning, never.",
        HelpName = "SEVERITY",
    };

    public Option<string?> Config { get; } = new("--config")
    {
        Description = $"Configuration file. Default: {Configuration.FileName} beside the input, or in the working directory.",
        HelpName = "FILE",
    };

    public Option<string?> Baseline { get; } = new("--baseline")
    {
        Description = "An earlier JSON report: only what is new fails.",
        HelpName = "FILE",
    };

    public Option<string?> StateProfile { get; } = new("--state-profile")
    {
        Description = $"The proposal that a captured answer to a join is held against: {string.Join(", ", StateProfiles.Names)}. Default: {StateProfiles.Names[0]} (MSC3706 and MSC3943).",
        HelpName = "NAME",
    };

    public Option<string?> Full { get; } = new("--full")
    {
        Description = "The full answer to the same join, or /state at it, as body or capture: what an answer with members left out lacks is then proved, and not guessed.",
        HelpName = "FILE",
    };

    public Option<string[]> Keys { get; } = new("--keys")
    {
        Description = "Public keys of servers, repeatable: JSON {server: {\"ed25519:id\": \"key\"}}, a saved answer of /_matrix/key/v2/server or /_matrix/key/v2/query, or the server's own signing key. They are trusted as given.",
        HelpName = "FILE",
    };

    public Option<string[]> Limit { get; } = new("--limit")
    {
        Description = $"A limit, repeatable: {string.Join(", ", Limits.Definitions.Select(limit => limit.Name))}.",
        HelpName = "NAME=VALUE",
    };

    public Option<int?> Jobs { get; } = new("--jobs", "-j")
    {
        Description = "Threads that check. Default: one for each processor.",
        HelpName = "N",
    };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Say no more than the verdict; no progress." };

    public Option<string> Color { get; } = ColorChoice.Option();

    public Option<bool> Times { get; } = new("--times") { Description = "Put the time that the run took into the reports." };

    /// <summary>Adds all of it to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Inputs);
        AddOptionsTo(command);
    }

    /// <summary>Adds the options to a command that names its inputs in its own way.</summary>
    public void AddOptionsTo(Command command)
    {
        foreach (Option option in (Option[])[Report, Profile, Rule, FailOn, Config, Baseline, Keys, StateProfile, Full, Limit, Jobs, Quiet, Color, Times])
        {
            command.Options.Add(option);
        }
    }
}
