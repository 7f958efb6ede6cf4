using System.CommandLine;
using Conformance.Catalogue;
using Conformance.Cli.Console;
using Conformance.Policy;
using Conformance.Reports;

namespace Conformance.Cli.Commands;

/// <summary><c>validate explain RULE</c>, <c>validate rules</c>, and the pages made of the catalogue.</summary>
internal static class RuleCommands
{
    /// <summary><c>validate explain RULE</c>.</summary>
    public static Command Explain(Terminal terminal)
    {
        var rule = new Argument<string>("RULE") { Description = "The rule's id or name." };
        Option<string> color = ColorChoice.Option();
        var command = new Command("explain", "Explains a rule: why it exists, its source, a bad and a good example, the repair.") { rule, color };
        command.SetAction(parsed =>
        {
            if (ColorChoice.Read(parsed.GetValue(color), terminal) is not { } colored)
            {
                return Usage(terminal, ColorChoice.Problem(parsed.GetValue(color)));
            }

            Parsed<Rule> found = ExplainWriter.Find(parsed.GetValue(rule)!, RuleCatalogue.Default);
            if (!found.TryGetValue(out Rule? explained))
            {
                return Usage(terminal, found.Problems[0].ToString());
            }

            ExplainWriter.Write(explained, RuleCatalogue.Default, terminal.Out, new ReportOptions { Width = terminal.Width, Color = colored });
            return (int)ExitCode.Valid;
        });
        return command;
    }

    /// <summary><c>validate rules</c>.</summary>
    public static Command Rules(Terminal terminal)
    {
        var format = new Option<string>("--format")
        {
            Description = $"{string.Join(", ", RuleListWriter.Formats)}.",
            HelpName = "FORMAT",
            DefaultValueFactory = static _ => RuleListWriter.Formats[0],
        };
        var profile = new Option<string>("--profile")
        {
            Description = $"Whose severities to show: {string.Join(", ", Profile.Names)}.",
            HelpName = "NAME",
            DefaultValueFactory = static _ => Profile.DefaultName,
        };
        Option<string> color = ColorChoice.Option();
        var command = new Command("rules", "Lists the rules.") { format, profile, color };
        command.SetAction(parsed =>
        {
            if (ColorChoice.Read(parsed.GetValue(color), terminal) is not { } colored)
            {
                return Usage(terminal, ColorChoice.Problem(parsed.GetValue(color)));
            }

            if (!RuleListWriter.Formats.Contains(parsed.GetValue(format)!))
            {
                return Usage(terminal, $"--format is {string.Join(", ", RuleListWriter.Formats)}, not \"{parsed.GetValue(format)}\".");
            }

            if (Profile.Find(parsed.GetValue(profile)!) is not { } seen)
            {
                return Usage(terminal, $"--profile is {string.Join(", ", Profile.Names)}, not \"{parsed.GetValue(profile)}\".");
            }

            var options = new ReportOptions { Width = terminal.Width, Color = colored };
            RuleListWriter.Write(parsed.GetValue(format)!, RuleCatalogue.Default, seen, terminal.Out, options);
            return (int)ExitCode.Valid;
        });
        return command;
    }

    /// <summary><c>validate rule-pages DIRECTORY</c>: for those who change the catalogue.</summary>
    public static Command Pages()
    {
        var folder = new Argument<string>("DIRECTORY") { Description = "The folder of the pages: docs/rules." };
        var command = new Command("rule-pages", "Writes the pages of the rules.") { folder };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach ((string path, string content) in RulePages.All(RuleCatalogue.Default))
            {
                string file = Path.Combine(parsed.GetValue(folder)!, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, content);
            }

            return (int)ExitCode.Valid;
        });
        return command;
    }

    private static int Usage(Terminal terminal, string problem)
    {
        terminal.Problem(problem);
        return (int)ExitCode.Usage;
    }
}
