using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Catalogue;
using Conformance.Cli.Console;
using Conformance.Findings;
using Conformance.Generator.Mutations;
using Conformance.Generator.Mutations.Output;
using Conformance.Policy;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary>One run of <c>mutate</c>: everything that needs the generator.</summary>
internal sealed class MutateRun(Terminal terminal, CancellationToken cancellation)
{
    private const string ManifestName = "mutations.json";

    /// <summary>Puts the faults in that were asked for.</summary>
    public ExitCode Run(MutateWords words)
    {
        try
        {
            SortedDictionary<string, IMutation> all = AllMutations.Create();
            string[] chosen = Choose(words, all);
            if (words.List)
            {
                List(chosen, all);
                return ExitCode.Valid;
            }

            using MutateInput input = MutateInput.Open(terminal, words);
            return Mutate(words, input, chosen, all);
        }
        catch (ArgumentException problem)
        {
            terminal.Problem(problem.Message);
            return ExitCode.Usage;
        }
        catch (InvalidDataException problem)
        {
            terminal.Problem($"{Quoting.Safe(words.Input!)}: {problem.Message}.");
            return ExitCode.Unreadable;
        }
    }

    private ExitCode Mutate(MutateWords words, MutateInput input, string[] chosen, SortedDictionary<string, IMutation> all)
    {
        string output = Path.GetFullPath(words.Output ?? throw new ArgumentException("mutate needs --output FOLDER."), terminal.WorkingDirectory);
        bool single = words.Rules.Length == 1 && chosen.Length == 1 && !Directory.Exists(output) && Path.GetExtension(output).Length > 0;
        if (!single && Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any())
        {
            throw new ArgumentException($"--output: {Quoting.Safe(words.Output)} isn't empty; name a folder that is new.");
        }

        var check = new MutationCheck(input.Options, input.Federation, cancellation);
        ValidationOutcome before = check.CheckInput(input.Path);
        if (!before.HasReport)
        {
            terminal.Problem(before.Problem);
            return ExitCode.Unreadable;
        }

        if (before.Report.Verdict == Verdict.Invalid)
        {
            terminal.Problem($"{Quoting.Safe(words.Input!)} is invalid: a fault more could not be told from those it has. See: validate {Quoting.Safe(words.Input!)}");
            return ExitCode.Invalid;
        }

        string folder = single ? Path.GetDirectoryName(output)! : output;
        Directory.CreateDirectory(folder);
        var made = new List<MadeMutation>();
        var notPossible = new List<(string Rule, string Reason)>();
        int done = 0;
        using (terminal.ErrorIsTerminal && !words.Quiet ? new StatusLine(terminal, _ => Progress(done, chosen.Length)) : null)
        {
            foreach (IMutation mutation in chosen.Select(all.GetValueOrDefault).OfType<IMutation>().Where(mutation => mutation.Inputs.HasFlag(input.Mutable.Kind)))
            {
                cancellation.ThrowIfCancellationRequested();
                string file = single ? output : Path.Combine(folder, mutation.Rule + input.Mutable.Ending);
                MutationResult result = input.Mutable.Make(mutation, words.Seed, file);
                if (result.Impossible is { } reason)
                {
                    notPossible.Add((mutation.Rule, reason));
                }
                else
                {
                    MutationCheckResult? verdict = words.Check ? check.Check(file, mutation.Rule, result) : null;
                    made.Add(new MadeMutation(mutation, result, Path.GetFileName(file), DigestOf(file)) { Check = verdict });
                }

                done++;
            }
        }

        SortedDictionary<string, string> reasons = AllMutations.Reasons();
        string manifest = single ? output + "." + ManifestName : Path.Combine(folder, ManifestName);
        using (FileStream file = File.Create(manifest))
        {
            string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(input.Path));
            MutationManifest.Write(
                file, name, input.Mutable.Form, words.Seed, made, notPossible, chosen.Where(reasons.ContainsKey).Select(rule => (rule, reasons[rule])),
                static id => RuleCatalogue.Default.Find(id) is { } rule ? (rule.Name, rule.Severity.ToString().ToLowerInvariant()) : null);
        }

        return Tell(words, manifest, made, notPossible);
    }

    private ExitCode Tell(MutateWords words, string manifest, List<MadeMutation> made, List<(string Rule, string Reason)> notPossible)
    {
        if (!words.Quiet)
        {
            Say($"{Path.GetRelativePath(terminal.WorkingDirectory, manifest)}: {made.Count} {(made.Count == 1 ? "fault" : "faults")}; {notPossible.Count} not possible in this input");
            if (made.Count == 0)
            {
                foreach ((string rule, string reason) in notPossible)
                {
                    Say($"{rule}  not possible: {reason}");
                }
            }
        }

        bool good = true;
        foreach (MadeMutation mutation in made.Where(mutation => mutation.Check is { IsGood: false }))
        {
            good = false;
            MutationCheckResult check = mutation.Check!;
            Say($"{mutation.Mutation.Rule}  {(check.IsNamed ? "" : "not named; ")}verdict {check.Verdict}: {mutation.Result.Change}");
            foreach (string unexpected in check.Unexpected)
            {
                Say($"        not implied: {Quoting.Safe(unexpected)}");
            }
        }

        if (words.Check && !words.Quiet && good)
        {
            Say("checked: each fault is named by its rule, and no other error is reported");
        }

        return good ? ExitCode.Valid : ExitCode.Fault;
    }

    private void List(string[] chosen, SortedDictionary<string, IMutation> all)
    {
        SortedDictionary<string, string> reasons = AllMutations.Reasons();
        foreach (string rule in chosen)
        {
            Say(all.TryGetValue(rule, out IMutation? mutation)
                ? $"{rule}  {mutation.Inputs switch { MutationInputs.Archive => "archive", MutationInputs.Response => "response", _ => "both" },-8}  {mutation.Title}"
                : $"{rule}  -         {reasons.GetValueOrDefault(rule, "there is no mutation yet")}");
        }
    }

    private static string[] Choose(MutateWords words, SortedDictionary<string, IMutation> all)
    {
        if (words.All && words.Rules.Length > 0)
        {
            throw new ArgumentException("--all and --rule exclude each other.");
        }

        string[] ids = [.. RuleCatalogue.Default.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal)];
        if (words.Rules.Length == 0)
        {
            return ids;
        }

        var chosen = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string wanted in words.Rules)
        {
            string[] fitting = [.. RuleCatalogue.Default.Rules
                .Where(rule => rule.Id.Equals(wanted, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase) || rule.Area.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                .Select(rule => rule.Id)];
            if (fitting.Length == 0)
            {
                throw new ArgumentException($"--rule: there is no rule or area \"{Quoting.Safe(wanted)}\"{Suggestion.For(wanted, ids)}");
            }

            if (fitting.Length == 1 && !all.ContainsKey(fitting[0]))
            {
                throw new ArgumentException($"--rule: {fitting[0]} has no mutation: {AllMutations.Reasons().GetValueOrDefault(fitting[0], "there is none yet")}.");
            }

            chosen.UnionWith(fitting);
        }

        return [.. chosen];
    }

    private static string Progress(int done, int all) => string.Create(CultureInfo.InvariantCulture, $"{done} of {all} rules");

    private static string? DigestOf(string file)
    {
        if (Directory.Exists(file))
        {
            return null;
        }

        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private void Say(string line) => terminal.Out.Write(Encoding.UTF8.GetBytes(line + "\n"));
}
