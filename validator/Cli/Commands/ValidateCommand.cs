using System.CommandLine;
using Conformance.Cli.Console;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Policy;
using Conformance.Profiles.Federation.PartialState;
using Conformance.Reports;
using Conformance.Signatures.Keys;
using Conformance.Validation;

namespace Conformance.Cli.Commands;

/// <summary><c>validate INPUT…</c>: checks inputs and writes reports.</summary>
/// <param name="terminal">The outside world.</param>
/// <param name="words">The words that the call may have.</param>
/// <param name="cancellation">Stops the run.</param>
/// <param name="federation">What the user says of a federation answer; null for any other input.</param>
internal sealed class ValidateCommand(Terminal terminal, ValidateOptions words, CancellationToken cancellation, FederationRequest? federation = null)
{
    /// <summary>Runs the command.</summary>
    public ExitCode Run(ParseResult parsed) => Run(parsed, parsed.GetValue(words.Inputs) ?? []);

    /// <summary>Runs the command on inputs.</summary>
    public ExitCode Run(ParseResult parsed, string[] inputs)
    {
        if (inputs.Length == 0)
        {
            return Usage("name an archive: validate archive.tar.gz; see validate --help.");
        }

        if (inputs.Count(input => input == Validator.StandardInput) > 1)
        {
            return Usage("standard input can be read once only.");
        }

        if (ReadJobs(parsed) is not { } jobs)
        {
            return Usage("--jobs takes a number of threads from 1 to 256.");
        }

        if (ColorChoice.Read(parsed.GetValue(words.Color), terminal) is not { } color)
        {
            return Usage(ColorChoice.Problem(parsed.GetValue(words.Color)));
        }

        Parsed<ReportTargets> targets = ReportTarget.ParseAll(parsed.GetValue(words.Report) ?? []);
        if (!targets.TryGetValue(out ReportTargets? reports))
        {
            return Usage(targets.Problems[0].ToString());
        }

        Parsed<ValidationPolicy> policies = new PolicyReader(terminal, words).Read(parsed, inputs);
        if (!policies.TryGetValue(out ValidationPolicy? policy))
        {
            return Usage(policies.Problems[0].ToString());
        }

        if (ReadKeys(parsed, out string? keyProblem) is not { } keys)
        {
            return Usage(keyProblem!);
        }

        if (ReadFederation(parsed, inputs, out string? problem) is not { } request)
        {
            return Usage(problem!);
        }

        var options = new ReportOptions
        {
            Width = terminal.Width,
            Color = color,
            Quiet = parsed.GetValue(words.Quiet),
            ToolVersion = ToolVersion.Text,
        };
        var run = new ValidationOptions
        {
            Policy = policy,
            Keys = keys,
            Jobs = jobs,
            Federation = request,
            Stopwatch = parsed.GetValue(words.Times) ? terminal.Clock : null,
        };
        return Check(inputs, run, reports, options);
    }

    private ExitCode Check(string[] inputs, ValidationOptions checks, ReportTargets targets, ReportOptions options)
    {
        var reports = new List<ValidationReport>();
        bool unreadable = false;
        foreach (string input in inputs)
        {
            var progress = new RunProgress();
            ValidationOutcome outcome;
            using (ProgressLine.Start(terminal, progress, options.Quiet))
            {
                outcome = Check(input, checks with { Progress = progress });
            }

            if (outcome.HasReport)
            {
                reports.Add(outcome.Report);
            }
            else
            {
                terminal.Problem(outcome.Problem);
                unreadable = true;
            }
        }

        if (reports.Count > 0)
        {
            unreadable |= !Write(reports, targets, options);
        }

        return unreadable ? ExitCode.Unreadable : (ExitCode)ExitCodes.Of(reports);
    }

    private ValidationOutcome Check(string input, ValidationOptions options)
    {
        if (input == Validator.StandardInput)
        {
            using Stream stream = terminal.In();
            return federation is null
                ? Validator.Run(stream, Validator.StandardInput, options, cancellation)
                : FederationRun.Run(stream, Validator.StandardInput, options.Federation, options, cancellation);
        }

        return federation is not null ? FederationRun.Run(input, options.Federation, options, cancellation) : Validator.Run(input, options, cancellation);
    }

    private bool Write(List<ValidationReport> reports, ReportTargets targets, ReportOptions options)
    {
        bool written = true;
        foreach (ReportTarget target in targets.All)
        {
            try
            {
                if (target.File is null)
                {
                    target.Writer.Write(reports, terminal.Out, options);
                    terminal.Out.Flush();
                }
                else
                {
                    using FileStream file = File.Create(target.File);
                    target.Writer.Write(reports, file, options with { Color = false, Width = new ReportOptions().Width });
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                terminal.Problem($"the {target.Writer.Format} report can't be written: {e.Message.ReplaceLineEndings(" ")}");
                written = false;
            }
        }

        return written;
    }

    /// <summary>What is said of a federation answer; null, and what is wrong, when it can't be.</summary>
    private FederationRequest? ReadFederation(ParseResult parsed, string[] inputs, out string? problem)
    {
        problem = null;
        string? profile = parsed.GetValue(words.StateProfile);
        string? full = parsed.GetValue(words.Full) is { } file ? Path.Combine(terminal.WorkingDirectory, file) : null;
        StateProfile? known = StateProfiles.Find(profile ?? StateProfiles.Names[0]);
        if (known is null)
        {
            problem = $"--state-profile: there is no \"{Quoting.Safe(profile!)}\"; there are {string.Join(", ", StateProfiles.Names)}. (How severe rules are is said by --profile.)";
        }
        else if (full is not null && !File.Exists(full))
        {
            problem = $"--full: {Quoting.Safe(full)}: there is no such file.";
        }
        else if (federation is null && full is not null && !(inputs is [var input] && FederationRun.IsCapture(input)))
        {
            problem = "--full goes with one capture of a join; of a body: validate federation send_join BODY --full FILE.";
        }

        return problem is null ? (federation ?? new FederationRequest()) with { Profile = known!.Value, FullFile = full } : null;
    }

    private TrustedKeys? ReadKeys(ParseResult parsed, out string? problem)
    {
        TrustedKeys? keys = TrustedKeys.None;
        problem = null;
        foreach (string file in parsed.GetValue(words.Keys) ?? [])
        {
            if (!PolicyReader.TryReadFile("--keys", Path.Combine(terminal.WorkingDirectory, file), out byte[] content, out ConfigurationProblem? unread))
            {
                problem = unread!.ToString();
                return null;
            }

            keys = keys.With(content, Path.GetFileName(file), out string? refused);
            if (keys is null)
            {
                problem = $"--keys: {refused}";
                return null;
            }
        }

        return keys;
    }

    private ExitCode Usage(string problem)
    {
        terminal.Problem(problem);
        return ExitCode.Usage;
    }

    private int? ReadJobs(ParseResult parsed) => parsed.GetValue(words.Jobs) switch
    {
        null => Math.Clamp(Environment.ProcessorCount, 1, 64),
        >= 1 and <= 256 and int jobs => jobs,
        _ => null,
    };
}
