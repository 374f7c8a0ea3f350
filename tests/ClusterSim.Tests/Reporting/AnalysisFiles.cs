namespace ClusterSim.Tests.Reporting;

/// <summary>Small tables of the kind that experiments write, made by hand for the arms of <see cref="ReportFolder"/>.</summary>
internal static class AnalysisFiles
{
    public static Dictionary<string, string> All => new()
    {
        ["contrasts.csv"] = """
            arm_a,arm_b,clock,horizon,region,metric,n_pairs,n_fired_a,n_fired_b,diff_mean,ci_low,ci_high,p_value_adj,equivalent,verdict
            grant,sham,start,5,all,jobs,8,8,8,12,4,20,0.01,no,very likely higher
            never,grant,start,5,all,jobs,8,0,8,-3,-8,2,0.4,yes,too close to call
            sham,never,start,5,all,jobs,8,8,0,0,0,0,,no,no effect
            grant,sham,start,2,all,jobs,8,8,8,99,98,100,0.01,no,higher

            """,
        ["effects.csv"] = """
            scenario_id,clock,horizon,region,metric,n_pairs,n_fired,fired_share,fired_low,fired_high,itt,itt_low,itt_high,on_triggered,on_triggered_low,on_triggered_high
            grant,start,5,target,jobs,8,4,0.5,0.22,0.78,10,4,16,20,8,32

            """,
        ["take_off.csv"] = """
            scenario_id,n_pairs,both,only_arm,only_twin,neither,risk_difference,ci_low,ci_high,p_mcnemar,p_holm
            grant,8,4,2,1,1,0.125,-0.2,0.4,1,1

            """,
        ["next_stage.csv"] = """
            scenario_id,year,side,next,next_low,next_high,collapse,collapse_low,collapse_high,at_risk
            grant,0,without,0,0,0,0,0,0,8
            grant,0,with,0,0,0,0,0,0,8
            grant,10,without,0.25,0.1,0.5,0.125,0.02,0.4,5
            grant,10,with,0.5,0.2,0.8,0,0,0,4

            """,
        ["persistence.csv"] = """
            scenario_id,region,years,n,uplift_mean,ci_low,ci_high,share_left,share_low,share_high
            grant,target,0,8,20,10,30,1,1,1
            grant,target,5,8,9,2,16,0.45,0.2,0.7
            grant,target,10,8,4,-3,11,0.2,-0.1,0.5
            sham,target,0,8,0,0,0,,,

            """,
        ["cost_effectiveness.csv"] = """
            scenario_id,horizon,region,job_years,job_years_low,job_years_high,job_years_discounted,cost,cost_discounted,cost_per_job_year,cost_per_job_year_low,cost_per_job_year_high
            grant,5,target,40,10,70,38,800000,700000,20000,11000,80000
            grant,5,all,10,-20,40,9,800000,700000,,,

            """,
        ["acceptability.csv"] = """
            scenario_id,horizon,region,value_of_job_year_gbp,p_net_benefit
            grant,5,all,0,0
            grant,5,all,10000,0.2
            grant,5,all,50000,0.7
            grant,5,target,1000,0.9

            """,
        ["worlds.csv"] = """
            world,spin-offs.hazard,seedbed.theory
            0,0.02,heritage
            1,0.05,marshall
            2,0.08,heritage

            """,
        ["robustness.csv"] = """
            scenario_id,n_worlds,clock,horizon,region,metric,mean,regret_mean,regret_p90,regret_max,starr_share,starr_low,starr_high,worst,average
            baseline,64,start,5,all,jobs,0,30,70,90,0,0,0.06,0,0
            grant,64,start,5,all,jobs,25,5,9,12,0.8,0.69,0.88,-4,25
            sham,64,start,5,all,jobs,0,31,71,91,0.2,0.12,0.31,0,0
            grant,64,start,5,target,jobs,99,0,0,0,1,0.94,1,99,99

            """,
        ["sensitivity.csv"] = """
            scenario_id,output,method,factor,index,value,low,high
            grant,without,sobol,spin-offs.hazard,ST,0.9,0.8,1
            grant,change,sobol,spin-offs.hazard,S1,0.4,0.3,0.5
            grant,change,sobol,spin-offs.hazard,ST,0.56,0.5,0.6
            grant,change,sobol,seedbed.theory,S1,-0.07,-0.2,0.06
            grant,change,sobol,seedbed.theory,ST,-0.01,-0.1,0.1
            grant,change,pawn,spin-offs.hazard,median,0.4,0.3,0.5
            grant,change,pawn,spin-offs.hazard,dummy,0.1,,
            grant,change,pawn,seedbed.theory,median,0.09,0.05,0.13
            grant,change,pawn,seedbed.theory,dummy,0.1,,
            sham,change,sobol,spin-offs.hazard,ST,0.1,0.05,0.2

            """,
        ["boxes.csv"] = """
            scenario_id,output,box,coverage,density,mass,words,factor,low,high,values,p_value,reproducibility
            grant,brings no gain,1,0.8,0.9,0.3,grant brings no gain when spin-offs.hazard is below 0.04 and seedbed.theory is heritage,spin-offs.hazard,,0.04,,0.001,0.9
            grant,brings no gain,1,0.8,0.9,0.3,grant brings no gain when spin-offs.hazard is below 0.04 and seedbed.theory is heritage,seedbed.theory,,,heritage,0.01,0.6
            grant,brings no gain,2,0.1,0.7,0.1,another box,spin-offs.hazard,0.07,,,0.2,0.2

            """,
        ["tradeoff.csv"] = """
            scenario_id,output,coverage,density,mass,restricted
            grant,brings no gain,1,0.35,1,0
            grant,brings no gain,0.8,0.9,0.3,2

            """,
        ["critical_mass.csv"] = """
            scenario_id,factor,value,n,share,low,high
            grant,grant.budget,1000000,20,0.1,0.03,0.3
            grant,grant.budget,9000000,20,0.8,0.58,0.92

            """,
        ["critical_mass_fit.csv"] = """
            scenario_id,factor,threshold,low,high,words
            grant,grant.budget,5000000,3000000,,10 % succeed at the smallest sizes; half do from 5m on

            """,
    };
}
